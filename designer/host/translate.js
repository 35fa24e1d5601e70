// Elsa Studio's own labels are English in this build. When the reader's language is Chinese they are replaced, text by text, from a table;
// what people wrote (names, captions, code) is left alone.
const untouched = '.monaco-editor, textarea, input, .x6-graph, code, pre';
const attributes = ['placeholder', 'title', 'aria-label'];

/** Replaces what is on the page and whatever appears later. */
export async function translate(root, address) {
  const { exact, patterns } = await (await fetch(address)).json();
  const forms = Object.entries(patterns).map(([from, to]) => [new RegExp(`^${escape(from).replaceAll('\\{0\\}', '(.+)')}$`), to]);

  const inChinese = (text) => {
    const plain = text.trim().replace(/\*$/, '');
    if (plain.length === 0 || plain.length > 250) return null;
    const found = exact[plain] ?? exact[sentence(plain)] ?? forms.map(([form, to]) => plain.match(form) && plain.replace(form, to.replace('{0}', '$1'))).find(Boolean);
    return found ? text.replace(plain, found) : null;
  };

  const mend = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const found = node.parentElement?.closest(untouched) ? null : inChinese(node.data);
      if (found) node.data = found;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    for (const name of attributes) {
      const found = node.hasAttribute(name) && inChinese(node.getAttribute(name));
      if (found) node.setAttribute(name, found);
    }
    if (!node.matches(untouched)) node.childNodes.forEach(mend);
  };

  mend(root);
  new MutationObserver((changes) => changes.forEach((change) =>
    change.type === 'childList' ? change.addedNodes.forEach(mend) : mend(change.target)))
    .observe(root, { subtree: true, childList: true, characterData: true, attributeFilter: attributes });
}

/** Studio writes the same label as "Version history" and "VERSION HISTORY". */
const sentence = (text) => text === text.toUpperCase() ? text[0] + text.slice(1).toLowerCase() : text;

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
