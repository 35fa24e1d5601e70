// What was just done, as a toast: said aloud once the page is there, and sent away without fetching the page again.
for (const told of document.querySelectorAll('[data-told]')) {
  const words = told.querySelector('span');
  const text = words.textContent;
  words.textContent = '';
  requestAnimationFrame(() => { words.textContent = text; });
  told.querySelector('a').addEventListener('click', event => {
    event.preventDefault();
    told.remove();
  });
}
