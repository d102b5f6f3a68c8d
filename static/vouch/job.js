// A job's page goes on by itself: its form is sent as if somebody pressed "Go on". Without script somebody does.
const form = document.querySelector("form[data-goes-on]");
if (form) setTimeout(() => form.requestSubmit(), 400);
