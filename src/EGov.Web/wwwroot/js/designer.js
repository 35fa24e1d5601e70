// The page around Elsa Studio: asks for the checks after every save, leads from a problem to its box, and minds the session.
const studio = document.getElementById('studio');
const notices = document.getElementById('draw-notices');
const words = notices.dataset;

const tell = (message) => studio?.contentWindow.postMessage(message, location.origin);
const show = (activity) => tell({ kind: 'show', activity });

function notice(key, text, ...actions) {
  document.getElementById(`notice-${key}`)?.remove();
  if (text === null) return;
  const bar = Object.assign(document.createElement('div'), { id: `notice-${key}`, className: 'eg-inset eg-row' });
  bar.setAttribute('role', key === 'refused' ? 'alert' : 'status');
  const saying = document.createElement('span');
  saying.className = 'eg-grow';
  saying.textContent = text;
  bar.append(saying, ...actions);
  notices.append(bar);
}

function button(label, act) {
  const made = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-sm', textContent: label });
  made.addEventListener('click', act);
  return made;
}

function sentencesOf(answer) {
  try {
    const { errors, detail, title } = JSON.parse(answer);
    return errors ? Object.values(errors).flat().join(' ') : detail ?? title ?? answer;
  } catch {
    return answer;
  }
}

async function restore(draft) {
  const answer = await fetch('/elsa/api/workflow-definitions', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: draft });
  notice('unsaved', null);
  if (!answer.ok) return notice('refused', `${words.refused} ${sentencesOf(await answer.text())}`);
  tell({ kind: 'forget' });
  tell({ kind: 'reload' });
  document.body.dispatchEvent(new Event('saved'));
}

const heard = {
  saved: () => { notice('refused', null); document.body.dispatchEvent(new Event('saved')); },
  refused: ({ answer }) => notice('refused', `${words.refused} ${sentencesOf(answer)}`),
  'session-ended': () => {
    const link = Object.assign(document.createElement('a'), { className: 'btn btn-sm btn-primary', target: '_blank', href: '/sign-in?back=%2Fdesigner%2Fsigned-in', textContent: words.signIn });
    notice('ended', words.ended, link);
  },
  unsaved: ({ draft }) => notice('unsaved', words.unsaved,
    button(words.restore, () => restore(draft)), button(words.forget, () => { tell({ kind: 'forget' }); notice('unsaved', null); })),
  ready: () => location.hash.startsWith('#box=') && show(decodeURIComponent(location.hash.slice(5))),
  key: ({ key }) => key === 'F8' && nextProblem(),
};

window.addEventListener('message', (message) => {
  if (message.origin === location.origin && message.source === studio?.contentWindow) heard[message.data?.kind]?.(message.data);
});

new BroadcastChannel('egov-session').addEventListener('message', () => { notice('ended', null); tell({ kind: 'signed-in' }); });

let place = -1;
function nextProblem() {
  const links = [...document.querySelectorAll('#problems a[data-box]')];
  if (links.length === 0) return;
  place = (place + 1) % links.length;
  links[place].focus();
  show(links[place].dataset.box);
}

document.addEventListener('click', (click) => {
  const link = click.target.closest('a[data-box]');
  if (link) { click.preventDefault(); show(link.dataset.box); }
  if (click.target.closest('#next-problem')) nextProblem();
});
document.addEventListener('keydown', (press) => { if (press.key === 'F8') { press.preventDefault(); nextProblem(); } });
