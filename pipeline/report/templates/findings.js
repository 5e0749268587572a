/* All findings: chosen by what one small file says of them, read from the shards that are shown. */
"use strict";

(() => {
  const { one, make, words, say, count, load, documents, kind, named, read, write, follow, exact, place, pager, heads, fold, marked, fields, failed } = window.lists;
  const SIZE = 50;
  const CAUSES = ["publisher", "reader"], SEVERITIES = ["error", "warning"];
  const form = one("form.narrow"), body = one("tbody");
  let data, docs, run = 0;
  const again = () => show().catch(failed);
  const fill = fields(form, again);

  const told = async (number) => (await load("finding-" + Math.floor(number / data.size)))[number % data.size];

  function fits(state, sought) {
    const cause = CAUSES.indexOf(state.cause), severity = SEVERITIES.indexOf(state.severity);
    const rule = data.rules.findIndex(([id]) => id === state.rule), bodies = fold(state.body || "");
    return ([doc, own, why, how]) => {
      const document_ = docs[doc];
      return (cause < 0 || why === cause) && (severity < 0 || how === severity) && (rule < 0 || own === rule)
        && (!state.year || String(document_.year) === state.year) && (!state.stage || document_.stage === state.stage)
        && (!bodies || fold(named(document_)).includes(bodies)) && (!state.d || document_.id === state.d);
    };
  }

  async function show() {
    const mine = ++run, state = read();
    fill(state);
    const only = docs.find((each) => each.id === state.d);
    one("#only").replaceChildren(...(only ? [make("button", { type: "button", text: say("only", { document: [named(only), only.year, kind(only)].join(" ") }) + " ×", click: () => {
      write({ ...read(), d: "", page: "" });
      again();
    } })] : []));
    const fit = fits(state);
    let numbers = data.rows.map((row, number) => number).filter((number) => fit(data.rows[number]));
    one("#by-cause").textContent = CAUSES.map((cause, place_) => words.cause[cause] + " " + count(numbers.filter((number) => data.rows[number][2] === place_).length)).join(words.pause);
    const sought = fold(state.q || "");
    if (sought) {
      /* Words are looked for in what each says, so that all of what is left is read. */
      const texts = await Promise.all(numbers.map(told));
      if (mine !== run) return;
      numbers = numbers.filter((number, place_) => fold(texts[place_][0] + " " + texts[place_][1] + " " + data.rules[data.rows[number][1]].join(" ")).includes(sought));
    }
    const page = Number(state.page) || 1, shown = numbers.slice((page - 1) * SIZE, page * SIZE);
    const texts = await Promise.all(shown.map(told));
    if (mine !== run) return;
    body.replaceChildren(...shown.map((number, place_) => row(data.rows[number], texts[place_], sought)));
    one("table").hidden = !shown.length;
    const go = (to) => {
      write({ ...read(), page: to > 1 ? String(to) : "" });
      again();
      one("#list").scrollIntoView();
    };
    one("#pages").replaceChildren(pager(numbers.length, SIZE, page, go));
    one("#pages-below").replaceChildren(...(numbers.length > SIZE ? [pager(numbers.length, SIZE, page, go, true)] : []));
  }

  function row([doc, rule, why, how, own], [message, printed, expected, difference], sought) {
    const document_ = docs[doc], cause = CAUSES[why], severity = SEVERITIES[how];
    const money = (text, name) => make("td", { class: "n", "data-name": text ? name : null, text: text ? exact(text) : "" });
    return make("tr", { class: severity },
      make("td", {}, make("span", { class: "tag " + cause, text: words.cause[cause] }), make("small", {}, make("b", { class: why ? "reader" : "badge", text: (how ? "" : "▲ ") + words.severity[severity] }))),
      make("th", { scope: "row" }, make("a", { href: place(document_, "f" + own), text: data.rules[rule][1] }), " ", make("span", { class: "id", text: data.rules[rule][0] === data.rules[rule][1] ? "" : data.rules[rule][0] }),
        make("div", { class: "message" }, ...marked(message.length > 320 ? message.slice(0, 320) + "…" : message, sought))),
      make("td", { class: "body" }, make("a", { href: "d/" + document_.id + ".html", text: named(document_) }), make("small", { text: [document_.year || "", kind(document_)].join(" ") })),
      make("td", { class: "n", "data-name": printed ? words.printed : null, text: printed.length > 24 ? printed.slice(0, 24) + "…" : printed }),
      money(expected, words.expected), money(difference, words.difference),
    );
  }

  Promise.all([load("findings"), documents()]).then(([first, second]) => {
    [data, docs] = [first, second];
    follow(again);
    return show();
  }).catch(failed);
})();
