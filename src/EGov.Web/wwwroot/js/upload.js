// Shows how far an upload has come. Without this script the form posts as any other.
for (const form of document.querySelectorAll('form[data-upload]')) {
  form.addEventListener('submit', event => {
    const bar = form.querySelector('progress');
    const request = new XMLHttpRequest();
    event.preventDefault();
    bar.hidden = false;
    request.upload.addEventListener('progress', sent => { bar.value = sent.lengthComputable ? sent.loaded / sent.total : bar.value; });
    request.addEventListener('load', () => {
      // What is wrong with a file is told by the page that comes back, as without the script.
      if (request.status >= 200 && request.status < 300) location.assign(request.responseURL);
      else { const page = new DOMParser().parseFromString(request.responseText, 'text/html'); document.body.replaceWith(page.body); document.querySelector('.eg-errsum')?.focus(); }
    });
    request.addEventListener('error', () => form.submit());
    request.open('POST', form.action);
    request.send(new FormData(form, event.submitter));
  });
}
