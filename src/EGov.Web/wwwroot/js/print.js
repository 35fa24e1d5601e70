// A button that prints, where printing can be asked for; the browser's own menu prints the same sheet.
for (const place of document.querySelectorAll('[data-print]')) {
  place.hidden = false;
  place.querySelector('button').addEventListener('click', () => print());
}
