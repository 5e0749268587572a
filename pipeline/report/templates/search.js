/* Search: names in one file, what stands under them in shards, of which those are read that are shown. */
"use strict";

(() => {
  const { one, make, words, say, count, load, documents, kind, named, basisOf, read, write, follow, address, exact, figure, place, pager, heads, byText, fold, marked, fields, failed, STATUSES } = window.lists;
  const SIZE = 100, FEW = 20000, NAMES = 24;
  const TABS = ["amounts", "bodies", "projects", "findings"];
  const SHARDS_AT_ONCE = 20;
  let names, texts, size, docs, listed, run = 0;
  const big = one("form.big"), within = one("#within");
  const again = () => show().catch(failed);
  const fillBig = fields(big, () => {}), fillWithin = fields(within, again);

  async function ready() {
    if (names) return;
    const [told, documents_] = await Promise.all([load("names"), documents()]);
    let start = 0;
    names = told.names.map(([type, code, text, total], number) => {
      const made = { number, type, code, text, total, start, folded: fold(text) };
      start += total;
      return made;
    });
    [texts, size, listed, docs] = [told.texts, told.size, told.bodies, documents_];
  }

  /* Names that hold what is sought, or whose code begins with it; the nearest first. */
  function matches(sought) {
    const parts = sought.split(/\s+/), digits = /^\d+$/.test(sought);
    const rank = (each) => (each.folded === sought || each.code === sought ? 0 : each.folded.startsWith(sought) ? 1 : 2);
    return names
      .filter((each) => (digits && each.code.startsWith(sought)) || parts.every((part) => each.folded.includes(part) || (each.code && each.code.startsWith(part))))
      .sort((a, b) => rank(a) - rank(b) || b.total - a.total || a.number - b.number);
  }

  /* One amount, from its row in a shard. */
  function parse(row, name) {
    const [doc, where, period, side, table, column, amount, status, body, printed] = row.split(",");
    return { name, document: docs[doc], where, period, side, table: texts[table], column: texts[column], amount, status: Number(status), body: body ? texts[body] : "", printed: printed ? texts[printed] : "" };
  }

  /* Amounts `from` … `to` of a name. */
  async function amounts(name, from, to) {
    const found = [];
    for (let at = name.start + from; at < name.start + to;) {
      const shard = Math.floor(at / size), until = Math.min((shard + 1) * size, name.start + to);
      const text = await load("amounts-" + shard);
      if (!split.has(shard)) split.set(shard, text.split("\n"));
      found.push(...split.get(shard).slice(at - shard * size, until - shard * size).map((row) => parse(row, name)));
      at = until;
    }
    return found;
  }
  const split = new Map();

  /* An amount may stand under several names that were found; it is one all the same. */
  function once(found) {
    const seen = new Set();
    return found.filter((each) => {
      const key = each.document.id + each.where;
      return each.where.startsWith("p") || (!seen.has(key) && seen.add(key));
    });
  }

  async function show() {
    const mine = ++run, state = read(), sought = fold(state.q || "");
    fillBig(state);
    one("#hint").hidden = Boolean(sought);
    ["#tabs", "#names", "#pages", "#found", "#pages-below", "#told"].forEach((each) => one(each).replaceChildren());
    within.hidden = true;
    document.title = (state.q ? state.q + " — " : "") + one("h1").textContent;
    if (!sought) return;
    await ready();
    const found = matches(sought);
    const bodies = bodiesOf(sought), projects = (await load("projects")).filter(([text]) => fold(text).includes(sought));
    const told = await findings(sought, state.tab === "findings");
    if (mine !== run) return;
    const totals = { amounts: found.reduce((sum, each) => sum + each.total, 0), bodies: bodies.length, projects: projects.length, findings: told ? told.length : null };
    const tab = TABS.includes(state.tab) ? state.tab : TABS.find((each) => totals[each]) || "amounts";
    one("#tabs").replaceChildren(...TABS.map((each) => make("button", {
      type: "button", "aria-pressed": String(each === tab), click: () => {
        write({ q: read().q, tab: each });
        again();
      },
    }, words[each], make("small", { text: totals[each] === null ? "…" : count(totals[each]) }))));
    const go = (to) => {
      write({ ...read(), page: to > 1 ? String(to) : "" });
      again();
      one("#tabs").scrollIntoView();
    };
    if (tab === "amounts") await showAmounts(found, totals.amounts, state, sought, go, mine);
    else if (tab === "bodies") list(bodies, state, go, ["body", "kind", "lines"], (each) => [
      make("th", { scope: "row" }, make("a", { href: each.link }, ...marked(each.text, sought)), each.within ? make("small", { text: words.within + " " + each.within }) : null),
      make("td", { "data-name": words.heads.kind, text: each.kind }), make("td", { class: "n", "data-name": words.heads.lines, text: each.lines ? count(each.lines) : "" })]);
    else if (tab === "projects") list(projects, state, go, ["project", "body", "funds"], ([text, doc, form, line, funds]) => [
      make("th", { scope: "row" }, make("a", { href: place(docs[doc], "o" + form + "-" + line) }, ...marked(text, sought))),
      make("td", {}, named(docs[doc]), make("small", { text: [docs[doc].year || "", kind(docs[doc])].join(" ") })),
      make("td", { class: "n", "data-name": funds ? words.heads.funds : null }, funds ? figure(funds, 0, place(docs[doc], "o" + form + "-" + line)) : "")]);
    else list(told, state, go, ["cause", "finding", "body"], ({ doc, own, why, how, message, rule }) => [
      make("td", {}, make("span", { class: "tag " + why, text: words.cause[why] }), make("small", { text: words.severity[how] })),
      make("th", { scope: "row" }, make("a", { href: place(docs[doc], "f" + own), text: rule }), make("div", { class: "message" }, ...marked(message.slice(0, 320), sought))),
      make("td", {}, named(docs[doc]), make("small", { text: [docs[doc].year || "", kind(docs[doc])].join(" ") }))]);
  }

  function list(rows, state, go, keys, cells) {
    const page = Number(state.page) || 1;
    one("#pages").replaceChildren(pager(rows.length, SIZE, page, go));
    if (!rows.length) return;
    one("#found").replaceChildren(make("table", { class: "list cards" },
      make("thead", {}, make("tr", {}, ...keys.map((key) => make("th", { scope: "col", class: key === "lines" || key === "funds" ? "n" : null, text: words.heads[key] })))),
      make("tbody", {}, ...rows.slice((page - 1) * SIZE, page * SIZE).map((row) => make("tr", {}, ...cells(row))))));
  }

  function bodiesOf(sought) {
    const own = docs.filter((each) => fold(each.body).includes(sought)).map((each) => ({ text: each.body, link: "d/" + each.id + ".html", kind: [each.year || "", kind(each)].join(" "), lines: 0, within: "" }));
    const among = listed.filter(([text]) => fold(text).includes(sought)).map(([text, doc, line, lines]) => ({
      text, link: place(docs[doc], line), kind: [docs[doc].year || "", kind(docs[doc])].join(" "), lines, within: named(docs[doc]),
    }));
    return [...own, ...among];
  }

  /* Findings are looked through as a whole; where they are many, only if they are asked for. */
  async function findings(sought, asked) {
    const data = await load("findings"), shards = Math.ceil(data.rows.length / data.size);
    if (shards > SHARDS_AT_ONCE && !asked) return null;
    const told = (await Promise.all(Array.from({ length: shards }, (_, shard) => load("finding-" + shard)))).flat();
    return data.rows.flatMap(([doc, rule, why, how, own], number) => {
      const message = told[number][0];
      if (!fold(data.rules[rule].join(" ") + " " + message + " " + docs[doc].body).includes(sought)) return [];
      return [{ doc, own, why: ["publisher", "reader"][why], how: ["error", "warning"][how], message, rule: data.rules[rule][1] }];
    });
  }

  async function showAmounts(found, total, state, sought, go, mine) {
    const key = (each) => each.type + " " + (each.code + " " + each.text).trim();
    const only = found.find((each) => key(each) === state.name);
    choose(found, only, key, state);
    const chosen = only ? [only] : found, size_ = chosen.reduce((sum, each) => sum + each.total, 0);
    const page = Number(state.page) || 1;
    if (size_ > FEW) {
      one("#told").textContent = say("many", { names: count(found.length), total: count(total) });
      let skip = (page - 1) * SIZE, rows = [];
      for (const name of chosen) {
        if (rows.length >= SIZE) break;
        if (skip < name.total) rows = rows.concat(await amounts(name, skip, Math.min(name.total, skip + SIZE - rows.length)));
        skip = Math.max(0, skip - name.total);
      }
      if (mine === run) table(rows, size_, page, state, sought, go, false);
      return;
    }
    let all_ = [];
    for (const name of chosen) all_ = all_.concat(await amounts(name, 0, name.total));
    if (mine !== run) return;
    all_ = once(all_);
    const documents_ = new Set(all_.map((each) => each.document.id)).size;
    if (!only) ["#tabs button small", "#names button small"].forEach((each) => { if (one(each)) one(each).textContent = count(all_.length); });
    one("#told").textContent = say("found", { names: count(chosen.length), total: count(all_.length), documents: count(documents_) });
    within.hidden = all_.length < 2;
    /* What was chosen for other words and is not among these is not chosen. */
    state.year = options("year", all_.map((each) => each.period.slice(0, 4)), state.year);
    state.column = options("column", all_.map((each) => each.column), state.column);
    fillWithin(state);
    const bodies = fold(state.body || "");
    all_ = all_.filter((each) => (!bodies || fold(named(each.document) + " " + each.body).includes(bodies)) && (!state.year || each.period.slice(0, 4) === state.year)
      && (!state.column || each.column === state.column) && (!state.status || STATUSES[each.status] === state.status));
    sortBy(all_, state.sort);
    table(all_.slice((page - 1) * SIZE, page * SIZE), all_.length, page, state, sought, go, true);
  }

  function sortBy(rows, sort) {
    if (!sort) return;
    const sign = sort.startsWith("-") ? -1 : 1, key = sort.replace(/^-/, "");
    const value = { amount: (each) => Number(each.amount), year: (each) => Number(each.period.slice(0, 4)), body: (each) => named(each.document), name: (each) => each.name.code + each.name.text, column: (each) => each.table + each.column, status: (each) => each.status, kind: (each) => kind(each.document) }[key];
    if (!value) return;
    rows.sort((a, b) => sign * (typeof value(a) === "string" ? byText(value(a), value(b)) : value(a) - value(b)));
  }

  /* The values of a field that the amounts have; tells whether the chosen one is among them. */
  function options(name, values, chosen) {
    const select = within.elements[name], known = Array.from(new Set(values)).filter(Boolean).sort(name === "year" ? (a, b) => b - a : byText);
    select.replaceChildren(select.options[0], ...known.map((each) => make("option", { value: each, text: each })));
    return known.includes(chosen) ? chosen : "";
  }

  function choose(found, only, key, state) {
    const button = (text, total, pressed, name) => make("button", { type: "button", "aria-pressed": String(pressed), click: () => {
      write({ q: read().q, tab: state.tab, name, sort: state.sort });
      again();
    } }, ...text, make("small", { text: count(total) }));
    const told = (each) => [each.code ? make("span", { class: "code", text: each.code }) : null, each.text, words.kinds[each.type] ? make("small", { text: words.kinds[each.type] }) : null].filter(Boolean);
    const shown = found.slice(0, NAMES);
    if (only && !shown.includes(only)) shown.push(only);
    const box = one("#names");
    if (found.length < 2) return;
    box.replaceChildren(button([words.all], found.reduce((sum, each) => sum + each.total, 0), !only, ""), ...shown.map((each) => button(told(each), each.total, each === only, key(each))));
    const rest = found.filter((each) => !shown.includes(each));
    if (rest.length) {
      const more = make("button", { type: "button", text: say("more", { count: count(rest.length) }), click: () => more.replaceWith(...rest.slice(0, 500).map((each) => button(told(each), each.total, false, key(each)))) });
      box.append(more);
    }
  }

  function table(rows, total, page, state, sought, go, sorts) {
    one("#pages").replaceChildren(pager(total, SIZE, page, go));
    one("#pages-below").replaceChildren(...(total > SIZE ? [pager(total, SIZE, page, go, true)] : []));
    if (!rows.length) return;
    const keys = ["body", "year", "kind", "name", "column", "amount", "status"];
    const head = (key) => make("th", { scope: "col", class: key === "amount" ? "n" : null, "data-sort": sorts ? key : null, "data-number": key === "amount" || key === "year" ? "" : null },
      sorts ? make("button", { type: "button", text: words.heads[key] }) : words.heads[key]);
    const made = make("table", { class: "list cards" }, make("thead", {}, make("tr", {}, ...keys.map(head))), make("tbody", {}, ...rows.map((each) => row(each, sought))));
    one("#found").replaceChildren(made);
    if (sorts) heads(made, state.sort || "", (sort) => {
      write({ ...read(), sort, page: "" });
      again();
    });
  }

  function row(each, sought) {
    const { document: own, period, name } = each, link = place(own, each.where), heads_ = words.heads;
    return make("tr", {},
      make("th", { scope: "row" }, make("a", { href: "d/" + own.id + ".html", text: named(own) }), each.body && each.body !== own.body ? make("small", { text: each.body }) : null),
      make("td", { "data-name": heads_.year, text: period ? period.slice(0, 4) + " " + words.basis[basisOf(period)] : String(own.year || "") }),
      make("td", { "data-name": heads_.kind, text: [own.year || "", kind(own)].join(" ") }),
      make("td", { "data-name": heads_.name }, make("span", {}, name.code ? make("span", { class: "code", text: name.code + " " }) : null, ...marked(name.text, sought))),
      make("td", { "data-name": heads_.column, text: each.table || "" }, make("small", { text: [words.side[each.side === "r" ? "revenue" : each.side === "e" ? "expenditure" : ""], each.column].filter(Boolean).join(words.pause) })),
      make("td", { class: "n", "data-name": heads_.amount }, each.amount ? figure(each.amount, each.status, link) : make("a", { href: link, text: each.printed }), each.amount ? make("small", { text: exact(each.amount) }) : null),
      make("td", { class: "nowrap" + (each.status === 3 ? " alert" : ""), "data-name": heads_.status, text: words.status[STATUSES[each.status]] }),
    );
  }

  big.addEventListener("submit", () => {
    write({ q: big.elements.q.value.trim() });
    again();
  });
  let wait = 0;
  big.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(again, 250);
  });
  const given = new URLSearchParams(location.search).get("q");
  if (given && !read().q) history.replaceState(null, "", address({ q: given }));
  follow(again);
  again();
  if (!read().q) big.elements.q.focus();
})();
