// A room: editor, checks as they finish, hints, and the figure.
"use strict";

{
    const words = lab.data("words");
    const say = (key, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, value), words[key]);
    const here = location.pathname;
    const tab = crypto.randomUUID();
    const $ = (id) => document.getElementById(id);
    const state = $("state");
    const verdict = $("verdict");

    // The files: what stands in the editor, and the version that it began with.

    const files = new Map();
    for (const file of lab.data("files")) {
        files.set(file.path, { ...file });
    }

    const show = (path) => {
        for (const file of files.values()) {
            file.box.hidden = file.path !== path;
            file.tab.setAttribute("aria-pressed", String(file.path === path));
        }
        files.get(path).editor.refresh();
    };

    for (const area of document.querySelectorAll(".source")) {
        const file = files.get(area.dataset.path);
        file.box = area.closest(".editor");
        file.tab = document.querySelector(`.tab[data-path="${CSS.escape(file.path)}"]`);
        file.tab.addEventListener("click", () => show(file.path));
        file.editor = CodeMirror.fromTextArea(area, {
            mode: "text/x-java",
            lineNumbers: true,
            indentUnit: 4,
            matchBrackets: true,
            autoCloseBrackets: true,
            inputStyle: "contenteditable",
            screenReaderLabel: area.getAttribute("aria-label"),
            extraKeys: {
                Tab: (editor) => (editor.somethingSelected() ? editor.indentSelection("add") : editor.execCommand("insertSoftTab")),
                "Shift-Tab": "indentLess",
                Esc: () => $("check").focus(),
            },
        });
        file.editor.on("change", () => clearLines(file));
    }
    show(files.keys().next().value);

    const changed = () => [...files.values()].filter((file) => file.editor.getValue() !== file.text);
    const sent = (file) => ({ path: file.path, text: file.editor.getValue(), version: file.version });

    const take = (news) => {
        for (const { path, text, version } of news) {
            const file = files.get(path);
            file.text = text;
            file.version = version;
        }
    };

    const put = (file, text) => {
        const cursor = file.editor.getCursor();
        file.editor.setValue(text);
        file.editor.setCursor(cursor);
    };

    // Lines at which something does not compile.

    const clearLines = (file) => file.editor.eachLine((line) => file.editor.removeLineClass(line, "background", "wrong-line"));

    const markLines = () => {
        for (const problem of verdict.querySelectorAll(".problem")) {
            for (const file of files.values()) {
                if (file.path.endsWith("/" + problem.dataset.file) || file.path === problem.dataset.file) {
                    file.editor.addLineClass(Number(problem.dataset.line) - 1, "background", "wrong-line");
                }
            }
        }
    };

    // Two programs changed one file.

    const conflict = (other) => {
        const file = files.get(other.path);
        const box = $("conflict");
        const name = other.path.split("/").pop();
        const button = (label, path, after) => {
            const element = document.createElement("button");
            element.type = "button";
            element.textContent = label;
            element.addEventListener("click", async () => {
                const answer = await (await lab.send(`${here}/${path}`, { files: [sent(file)] })).json();
                take(answer.files);
                after(answer);
                box.textContent = "";
                state.textContent = say("kept", answer.kept);
            });
            return element;
        };
        const text = document.createElement("p");
        text.textContent = say("conflict", name);
        const buttons = document.createElement("div");
        buttons.className = "buttons";
        buttons.append(
            button(words.mine, "replace", () => {}),
            button(words.theirs, "keep", () => put(file, file.text)),
        );
        box.replaceChildren(text, buttons);
        buttons.firstChild.focus();
    };

    /** What another program saved appears here, unless there are changes of this page. */
    const look = async () => {
        if (document.hidden || running) {
            return;
        }
        try {
            const response = await fetch(`${here}/files`, { headers: { Accept: "application/json" } });
            if (!response.ok) {
                return;
            }
            for (const news of await response.json()) {
                const file = files.get(news.path);
                if (news.version !== file.version && file.editor.getValue() === file.text) {
                    take([news]);
                    put(file, news.text);
                    state.textContent = say("changed", news.path.split("/").pop());
                    draw();
                }
            }
        } catch {
            state.textContent = words.lost;
        }
    };
    setInterval(look, 1500);

    // Checks.

    let running = null;

    const check = async (isFull) => {
        running?.abort();
        const own = new AbortController();
        running = own;
        const begun = performance.now();
        state.textContent = words.checking;
        $("stop").hidden = false;
        const list = document.createElement("ul");
        list.className = "checks";
        try {
            const response = await lab.send(`${here}/check`, { tab, files: changed().map(sent), full: isFull }, own.signal);
            if (response.status === 409) {
                conflict((await response.json()).conflict);
                state.textContent = "";
                return;
            }
            const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
            let rest = "";
            for (;;) {
                const { value, done } = await reader.read();
                if (done) {
                    break;
                }
                const lines = (rest + value).split("\n");
                rest = lines.pop();
                for (const line of lines) {
                    tell(JSON.parse(line), list, begun);
                }
            }
        } catch (trouble) {
            if (running === own) {
                state.textContent = trouble.name === "AbortError" ? words.stopped : trouble.message.includes("fetch") ? words.lost : trouble.message;
            }
        } finally {
            if (running === own) {
                running = null;
                $("stop").hidden = true;
            }
        }
    };

    const tell = (news, list, begun) => {
        if (news.files) {
            take(news.files);
        } else if (news.check) {
            list.insertAdjacentHTML("beforeend", news.check);
            if (!list.isConnected && list.children.length > 2) {
                verdict.replaceChildren(list);
            }
        } else if (news.html) {
            verdict.innerHTML = news.html;
            state.textContent = say("checked", ((performance.now() - begun) / 1000).toFixed(2));
            for (const file of files.values()) {
                clearLines(file);
            }
            markLines();
            draw();
        } else if (news.total) {
            state.textContent = `${words.checking} ${news.done} / ${news.total}: ${news.what}`;
        }
    };

    $("check").addEventListener("click", () => check(false));
    $("full").addEventListener("click", () => check(true));
    $("stop").addEventListener("click", () => {
        running?.abort();
        lab.send(`${here}/stop`, { tab });
    });
    document.addEventListener("keydown", (event) => {
        if ((event.ctrlKey || event.metaKey) && (event.key === "Enter" || event.key === "s")) {
            event.preventDefault();
            check(false);
        }
    });
    window.addEventListener("beforeunload", (event) => {
        if (changed().length > 0) {
            event.preventDefault();
        }
    });

    // Help.

    $("hint").addEventListener("click", async () => {
        const answer = await (await lab.send(`${here}/hint`, {})).json();
        const list = $("hints");
        list.replaceChildren(
            ...answer.html.map((html) => {
                const item = document.createElement("li");
                item.innerHTML = html;
                return item;
            }),
        );
        $("hint").textContent = answer.label;
        await MathJax.typesetPromise?.([list]);
    });

    $("solution").addEventListener("click", async () => {
        if (!verdict.querySelector(".solved") && !confirm(words["sure.solution"])) {
            return;
        }
        const answer = await (await lab.send(`${here}/solution`, {})).json();
        const code = document.createElement("pre");
        code.textContent = answer.text;
        code.tabIndex = 0;
        $("reference").replaceChildren(code);
    });

    $("reset").addEventListener("click", async () => {
        if (!confirm(words["sure.reset"])) {
            return;
        }
        const answer = await (await lab.send(`${here}/reset`, {})).json();
        take(answer.files);
        for (const file of files.values()) {
            put(file, file.text);
        }
    });

    // The figure: the last picture stays until the next is there.

    const section = document.querySelector(".figure-section");
    let isDrawing = false;
    let isWanted = false;

    const values = () =>
        Object.fromEntries([...document.querySelectorAll("#parameters [name]")].map((input) => [input.name, input.value]));

    async function draw() {
        if (!section) {
            return;
        }
        isWanted = true;
        if (isDrawing) {
            return;
        }
        isDrawing = true;
        section.classList.add("drawing");
        while (isWanted) {
            isWanted = false;
            try {
                const chosen = values();
                const isReference = $("only-reference").checked;
                const answer = await (
                    await lab.send(`${here}/figure`, { values: chosen, reference: isReference })
                ).json();
                if (answer.picture) {
                    const picture = $("picture");
                    picture.src = answer.picture;
                    picture.alt = answer.title;
                    picture.width = answer.width;
                    picture.height = answer.height;
                    picture.hidden = false;
                } else if (!$("picture").getAttribute("src")) {
                    $("picture").hidden = true;
                }
                $("description").textContent = answer.description ?? answer.reason ?? answer.trouble;
                const query = new URLSearchParams({ ...chosen, ...(isReference ? { "reference-alone": "true" } : {}) });
                $("png").href = `${here}/figure.png?${query}`;
                $("svg").href = `${here}/figure.svg?${query}`;
            } catch (trouble) {
                $("description").textContent = trouble.message;
            }
        }
        section.classList.remove("drawing");
        isDrawing = false;
    }

    for (const input of document.querySelectorAll("#parameters [name]")) {
        input.addEventListener("input", () => {
            const output = input.parentElement.querySelector("output");
            if (output) {
                output.textContent = output.dataset.unit ? `${input.value} ${output.dataset.unit}` : input.value;
            }
            draw();
        });
    }
    $("only-reference")?.addEventListener("change", draw);
    draw();
}
