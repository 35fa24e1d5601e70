// Opens Elsa Studio in this frame: which part of it, and for what, stands in the address.
import { forget, unsaved, watch } from './session.js';
import { tidy } from './tidy.js';
import { translate } from './translate.js';

const parts = {
  editor: ['elsa-workflow-definition-editor', 'definition-id'],
  viewer: ['elsa-workflow-instance-viewer', 'instance-id'],
};

const asked = new URLSearchParams(location.search);
const inEnglish = asked.get('lang') === 'en';
const [part, id] = [asked.get('show') in parts ? asked.get('show') : 'editor', asked.get('id') ?? ''];
const culture = inEnglish ? 'en-US' : 'zh-Hans';

const tell = (message) => window.parent !== window && window.parent.postMessage(message, location.origin);

function open() {
  const [tag, attribute] = parts[part];
  const element = document.createElement(tag);
  element.setAttribute('remote-endpoint', `${location.origin}/elsa/api`);
  element.setAttribute(attribute, id);
  document.getElementById('studio').replaceChildren(element);
}

/** Selects a box as a click on it does, and brings it to the middle of what is seen. */
function show(activity) {
  const box = document.querySelector(`.x6-node[data-cell-id="${CSS.escape(activity)}"] .elsa-activity`);
  if (!box) return;
  box.scrollIntoView({ block: 'center', inline: 'center' });
  const { x, y, width, height } = box.getBoundingClientRect();
  for (const kind of ['mousedown', 'mouseup', 'click'])
    box.dispatchEvent(new MouseEvent(kind, { bubbles: true, clientX: x + width / 2, clientY: y + height / 2, view: window }));
}

window.addEventListener('message', (message) => {
  if (message.origin !== location.origin) return;
  if (message.data?.kind === 'show') show(message.data.activity);
  if (message.data?.kind === 'reload') open();
  if (message.data?.kind === 'forget') forget(id);
});

window.addEventListener('keydown', (press) => { if (press.key === 'F8') { press.preventDefault(); tell({ kind: 'key', key: 'F8' }); } }, true);

document.documentElement.lang = inEnglish ? 'en' : 'zh-CN';
document.documentElement.dataset.part = part;
localStorage.setItem('BlazorCulture', culture);
if (part === 'editor' && unsaved(id)) tell({ kind: 'unsaved', draft: unsaved(id) });
watch(tell, id);
tidy(document.body);
if (!inEnglish) await translate(document.body, 'texts.zh-CN.json');
open();
await Blazor.start({ applicationCulture: culture });
document.getElementById('loading').remove();
tell({ kind: 'ready' });
