/* Sends what is dropped or chosen to the program, one file after another, and keeps the list as the program has it. */
"use strict";

(() => {
  const form = document.querySelector("#drop");
  const input = form.querySelector("input");
  const sending = document.querySelector("#sending");
  const said = form.dataset;
  const most = Number(said.most) * 1024 * 1024;
  const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));
  const queue = [];
  let under = false;
  /* The entry whose page opens when it is there: that of a file which was handed in alone. */
  let opens = "";

  /* ---- sending ---- */

  async function send(file) {
    const query = "documents?" + new URLSearchParams({ name: file.name, size: file.size });
    for (;;) {
      /* What is too large is not sent; the program is told of it, so that the list names it. */
      const body = file.size > most ? "" : file;
      const answer = await fetch(query, { method: "POST", headers: { "Content-Type": "application/pdf" }, body });
      if (answer.status !== 429) return answer;
      sending.textContent = said.again + file.name;
      await pause(1);
    }
  }

  async function sendAll() {
    if (under) return;
    under = true;
    let trouble = "";
    while (queue.length) {
      const file = queue.shift();
      sending.textContent = said.sending + file.name;
      try {
        const answer = await send(file);
        const told = await answer.json();
        if (answer.ok && opens === "next") opens = "e" + told.number;
        if (!answer.ok) opens = "";
      } catch (error) {
        /* A folder, a file that is gone by now, or a program that is. */
        trouble = said.failed + file.name;
        opens = "";
      }
      refresh();
    }
    sending.textContent = trouble;
    under = false;
    refresh();
  }

  function take(files) {
    const found = Array.from(files);
    opens = found.length === 1 && !under ? "next" : "";
    queue.push(...found);
    if (found.length) sendAll();
  }

  input.addEventListener("change", () => {
    take(input.files);
    input.value = "";
  });
  form.addEventListener("submit", (event) => event.preventDefault());

  /* The whole page takes files: one that falls beside the field must not be opened in its place. */
  let depth = 0;
  const over = (by) => {
    depth = Math.max(0, by ? depth + by : 0);
    form.classList.toggle("over", depth > 0);
  };
  document.addEventListener("dragenter", () => over(1));
  document.addEventListener("dragleave", () => over(-1));
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    over(0);
    take(event.dataTransfer.files);
  });

  /* ---- the list ---- */

  let asking = null;
  let silent = 0;

  async function ask() {
    try {
      const answer = await fetch("list");
      if (!answer.ok) throw new Error(answer.statusText);
      show(new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#state"));
      if (silent > 2 && sending.textContent === said.gone) sending.textContent = "";
      silent = 0;
    } catch (error) {
      silent += 1;
      if (silent > 2) sending.textContent = said.gone;
    }
  }

  /* Only what has changed is put in place, so that the keyboard stays where it is. */
  function show(next) {
    const state = document.querySelector("#state");
    const list = state.querySelector(".read"), coming = next.querySelector(".read");
    const head = (each) => Array.from(each.children).filter((child) => !child.matches(".read"));
    if (head(state).map((each) => each.outerHTML).join() !== head(next).map((each) => each.outerHTML).join()) {
      const held = state.contains(document.activeElement) && !list.contains(document.activeElement);
      head(state).forEach((each) => each.remove());
      list.before(...head(next));
      if (held) (state.querySelector("a") || input).focus();
    }
    state.dataset.busy = next.dataset.busy;
    const known = new Map(Array.from(list.children).map((each) => [each.id, each]));
    Array.from(coming.children).forEach((each, place) => {
      let old = known.get(each.id);
      known.delete(each.id);
      if (old && old.outerHTML !== each.outerHTML) {
        const held = old.contains(document.activeElement) && document.activeElement.id;
        old.replaceWith(each);
        if (held) document.getElementById(held)?.focus();
        old = each;
      }
      const at = list.children[place];
      if (at !== (old || each)) list.insertBefore(old || each, at || null);
    });
    known.forEach((each) => each.remove());
    const page = opens && document.getElementById(opens);
    if (!page) return;
    if (page.dataset.page && !page.matches(".quarantined")) {
      opens = "";
      location.assign(page.dataset.page);
    } else if (page.matches(".done")) opens = page.matches(".accepted, .incomplete") ? opens : "";
  }

  function refresh() {
    clearTimeout(asking);
    asking = setTimeout(async () => {
      await ask();
      const busy = document.querySelector("#state").dataset.busy;
      clearTimeout(asking);
      asking = setTimeout(refresh, document.hidden ? 5000 : busy || under ? 500 : 2000);
    }, 0);
  }
  document.addEventListener("visibilitychange", () => document.hidden || refresh());
  /* Back from a report: nothing opens by itself. */
  window.addEventListener("pageshow", () => {
    opens = "";
    refresh();
  });
})();
