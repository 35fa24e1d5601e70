// Tabs of Studio that lead to what this office does not have: trying a single box, running it in the background, when state is stored, logging.
const notHere = new Set(['Test', 'Task', 'Commit Strategy', 'Commit', 'Log', 'Log Persistence', '试验', '任务', '提交方式', '提交', '记录', '记录方式']);

// Studio sorts the groups of its toolbox by name; the office's come first, in the order of a case.
const groups = ['受理', '办理', '时限', '结果', '通知', '小流程', 'Acceptance', 'Handling', 'Time limits', 'Results', 'Messages', 'Small flows'];

export function tidy(root) {
  const hide = () => root.querySelectorAll('.mud-tab:not(.egov-not-here)').forEach((tab) => {
    if (notHere.has(tab.textContent.trim())) tab.classList.add('egov-not-here');
  });
  const sort = () => root.querySelectorAll('.mud-expand-panel > .mud-expand-panel-header').forEach((header) => {
    const place = groups.indexOf(header.textContent.trim());
    const order = place < 0 ? groups.length : place;
    if (header.parentElement.style.order !== `${order}`) header.parentElement.style.order = order;
  });
  new MutationObserver(() => { hide(); sort(); }).observe(root, { subtree: true, childList: true });
}
