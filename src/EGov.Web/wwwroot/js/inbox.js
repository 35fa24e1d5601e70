// A filter takes effect as soon as it is chosen. Without this script there is a button.
for (const form of document.querySelectorAll('form[data-submit-on-change]'))
  form.addEventListener('change', event => { if (event.target.matches('select')) form.requestSubmit(); });

// What is picked can be claimed together, and finished together when it is alike.
const batch = document.querySelector('[data-batch]');
function count() {
  const picked = [...document.querySelectorAll('[data-row] [type=checkbox]:checked')];
  const alike = new Set(picked.map(box => box.dataset.like)).size <= 1;
  batch.hidden = picked.length === 0;
  batch.querySelector('[data-batch-count]').textContent = picked.length;
  batch.querySelector('[data-batch-like]').disabled = !alike;
  batch.querySelector('[data-batch-why]').textContent = alike ? '' : batch.dataset.unlike;
  for (const row of document.querySelectorAll('[data-row]')) row.classList.toggle('is-picked', Boolean(row.querySelector(':checked')));
}
if (batch) {
  count();
  document.addEventListener('change', event => { if (event.target.form === batch) count(); });
  batch.addEventListener('reset', () => setTimeout(count));
  document.addEventListener('htmx:afterSettle', count);
}

// The preview follows the current line where there is room for it.
let peek = 0;
document.addEventListener('focusin', event => {
  const row = event.target.closest?.('[data-row]');
  clearTimeout(peek);
  if (row && matchMedia('(min-width: 1200px)').matches) peek = setTimeout(() => htmx.trigger(row, 'peek'), 150);
});
