// Tells the pages of this browser that somebody has signed in again.
new BroadcastChannel('egov-session').postMessage('signed-in');
