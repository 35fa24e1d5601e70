// The keys of the desk. Pages say what a key is for (data-key="e"); this script only finds it: in the current line first, then in the page.
// A link or button is pressed, a field is entered. No key acts while somebody types, and each can be switched off (cookie egov-keys-off).
const off = new Set(decodeURIComponent(document.cookie.match(/(?:^|; )egov-keys-off=([^;]*)/)?.[1] ?? '').split(','));
const places = { i: '/desk', w: '/desk/watched', d: '/desk/done' };
let line = '';
let lastPicked = null;
let going = -Infinity;

const lines = () => [...document.querySelectorAll('[data-row]')];
const opener = row => row?.querySelector('[data-open]');
const current = () => lines().find(row => opener(row)?.id === line);
const find = key => [current(), document.getElementById('main'), document].filter(Boolean).map(place => place.querySelector(`[data-key="${CSS.escape(key)}"]:not([aria-disabled="true"])`)).find(Boolean);

function use(element) {
  if (element.matches('input, textarea, select')) element.focus();
  else element.click();
}

function move(by) {
  const all = lines();
  const next = all[Math.min(all.length - 1, Math.max(0, all.indexOf(current()) + by))];
  opener(next)?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function pick(toHere) {
  const box = current()?.querySelector('[type=checkbox]');
  if (!box) return;
  const boxes = [...document.querySelectorAll('[data-row] [type=checkbox]')];
  const [from, to] = [boxes.indexOf(toHere && lastPicked ? lastPicked : box), boxes.indexOf(box)].sort((a, b) => a - b);
  const picked = toHere || !box.checked;
  for (const one of boxes.slice(Math.max(0, from), to + 1)) one.checked = picked;
  lastPicked = box;
  box.dispatchEvent(new Event('change', { bubbles: true }));
}

function escape() {
  const open = document.querySelector('details.eg-menu[open]');
  if (open) { open.open = false; open.querySelector('summary').focus(); return; }
  document.querySelector('[data-batch-clear]')?.click();
}

function press(key, event) {
  if (going > event.timeStamp - 1500 && places[key]) { location.assign(places[key]); return true; }
  if (key === 'g') { going = event.timeStamp; return true; }
  if (key === '?') { document.getElementById('keys')?.showModal(); return true; }
  if (lines().length > 0) {
    if (key === 'j' || key === 'k') { move(key === 'j' ? 1 : -1); return true; }
    if (key === 'x') { pick(event.shiftKey); return true; }
    if (key === 'o' && current()) { opener(current()).click(); return true; }
    if (key === 'e' && current()) { location.assign(opener(current()).href + '#key-e'); return true; }
  }
  const found = /^[1-9]$/.test(key) ? document.querySelectorAll('[data-nth] a')[key - 1] : find(key);
  if (found) use(found);
  return Boolean(found);
}

document.addEventListener('keydown', event => {
  if (event.isComposing || event.keyCode === 229 || event.altKey || event.metaKey) return;
  const typing = event.target.closest?.('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');
  if (typing) {
    if (event.key === 'Escape') typing.blur();
    if (event.key === 'Enter' && event.ctrlKey && typing.form) { event.preventDefault(); typing.form.requestSubmit(); }
    return;
  }
  if (event.ctrlKey || document.querySelector('dialog[open]')) return;
  if (event.key === 'Escape') { escape(); return; }
  const key = event.key.length === 1 ? event.key.toLowerCase() : '';
  if (!key || off.has(/^[1-9]$/.test(key) ? 'digits' : key)) return;
  if (press(key, event)) event.preventDefault();
});

document.addEventListener('focusin', event => {
  const row = event.target.closest?.('[data-row]');
  if (!row) return;
  line = opener(row)?.id ?? '';
  mark();
});

// The current line stays marked when the lines are fetched again.
function mark() {
  for (const row of lines()) {
    const here = opener(row)?.id === line;
    row.classList.toggle('is-here', here);
    if (here) row.setAttribute('aria-current', 'true'); else row.removeAttribute('aria-current');
  }
}
document.addEventListener('htmx:afterSettle', mark);

// A page may be opened at a key: /cases/1#key-e enters its opinion.
const asked = location.hash.match(/^#key-(.)$/);
if (asked) { const found = find(asked[1]); if (found?.matches('input, textarea, select')) found.focus(); }
