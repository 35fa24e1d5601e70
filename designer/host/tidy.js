// Tabs of Studio that lead to what this office does not have: trying a single box, running it in the background, when state is stored, logging.
const notHere = new Set(['Test', 'Task', 'Commit Strategy', 'Commit', 'Log', 'Log Persistence', '试验', '任务', '提交方式', '提交', '记录', '记录方式']);

export function tidy(root) {
  const hide = () => root.querySelectorAll('.mud-tab:not(.egov-not-here)').forEach((tab) => {
    if (notHere.has(tab.textContent.trim())) tab.classList.add('egov-not-here');
  });
  new MutationObserver(hide).observe(root, { subtree: true, childList: true });
}
