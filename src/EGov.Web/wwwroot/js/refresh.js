// The parts of a page that change by themselves (data-refresh) are fetched again while it stands open: a part answers with nothing when nothing has changed.
const every = 30_000;
const pause = document.querySelector('[data-refresh-pause]');
let paused = sessionStorage.getItem('refresh') === 'paused';

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
