// A filter takes effect as soon as it is chosen, and the lines are fetched again while the page stands open. Without this script there are buttons and reloading.
const every = 30_000;
const pause = document.querySelector('[data-refresh-pause]');
let paused = sessionStorage.getItem('refresh') === 'paused';

for (const form of document.querySelectorAll('form[data-submit-on-change]'))
  form.addEventListener('change', event => { if (event.target.matches('select')) form.requestSubmit(); });

if (pause) {
  pause.hidden = false;
  pause.setAttribute('aria-pressed', paused);
  pause.addEventListener('click', () => {
    paused = !paused;
    pause.setAttribute('aria-pressed', paused);
    sessionStorage.setItem('refresh', paused ? 'paused' : 'running');
  });
}

// Never under the hands of somebody who is choosing, and not for a page nobody looks at.
setInterval(() => {
  if (!paused && !document.hidden && !document.querySelector('[data-refresh] :checked'))
    for (const part of document.querySelectorAll('[data-refresh]')) htmx.trigger(part, 'refresh');
}, every);
