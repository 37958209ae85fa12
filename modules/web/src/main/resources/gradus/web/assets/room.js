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
            await lab.lines(response, (news) => tell(news, list, begun));
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

    $("png")?.setAttribute("href", `${here}/figure.png?tab=${tab}`);
    $("svg")?.setAttribute("href", `${here}/figure.svg?tab=${tab}`);

    // The figure: the last picture stays until the next is there.

    const section = document.querySelector(".figure-section");
    const isTraining = $("train") !== null;
    const tables = {};
    let isDrawing = false;
    let isWanted = false;

    const values = () => ({
        ...Object.fromEntries([...document.querySelectorAll("#parameters [name]")].map((input) => [input.name, input.value])),
        ...tables,
    });

    const asked = () => ({ tab, values: values(), reference: $("only-reference").checked });

    const paint = (answer) => {
        const picture = $("picture");
        if (answer.picture) {
            picture.src = answer.picture;
            picture.alt = answer.title;
            picture.width = answer.width;
            picture.height = answer.height;
        }
        picture.hidden = !picture.getAttribute("src");
        $("downloads").hidden = picture.hidden;
        $("description").textContent = answer.description ?? answer.reason ?? answer.trouble;
    };

    async function draw() {
        if (!section || isTraining) {
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
                paint(await (await lab.send(`${here}/figure`, asked())).json());
            } catch (trouble) {
                $("description").textContent = trouble.message.includes("fetch") ? words.lost : trouble.message;
            }
        }
        section.classList.remove("drawing");
        isDrawing = false;
    }

    const turned = (input) => {
        const output = input.parentElement.querySelector("output");
        if (output) {
            output.textContent = output.dataset.unit ? `${input.value} ${output.dataset.unit}` : input.value;
        }
        return draw();
    };

    for (const input of document.querySelectorAll("#parameters [name]")) {
        input.addEventListener("input", () => turned(input));
    }
    $("only-reference")?.addEventListener("change", draw);

    // Iterations, one by one or by themselves.

    for (const player of document.querySelectorAll(".player")) {
        const input = $(player.dataset.for);
        const play = player.querySelector(".play");
        const isPlaying = () => play.getAttribute("aria-pressed") === "true";
        const set = (plays) => {
            play.setAttribute("aria-pressed", String(plays));
            play.textContent = plays ? words.pause : words.play;
        };
        for (const button of player.querySelectorAll("[data-by]")) {
            button.addEventListener("click", () => {
                set(false);
                button.dataset.by > 0 ? input.stepUp() : input.stepDown();
                turned(input);
            });
        }
        play.addEventListener("click", async () => {
            if (isPlaying()) {
                set(false);
                return;
            }
            set(true);
            if (input.value === input.max) {
                input.value = input.min;
            }
            while (isPlaying()) {
                await Promise.all([turned(input), new Promise((done) => setTimeout(done, 250))]);
                if (input.value === input.max) {
                    set(false);
                } else if (isPlaying()) {
                    input.stepUp();
                }
            }
        });
    }

    // A table of the learner's own. The server reads it, and says what does not fit.

    for (const input of document.querySelectorAll("[data-csv]")) {
        const none = input.closest(".parameter").querySelector(".own-data-none");
        input.addEventListener("change", async () => {
            const file = input.files[0];
            if (!file) {
                return;
            }
            if (file.size > 4 * input.dataset.max) {
                $("description").textContent = say("large", Number(input.dataset.max).toLocaleString("en"));
                return;
            }
            tables[input.dataset.csv] = await file.text();
            none.hidden = false;
            draw();
        });
        none.addEventListener("click", () => {
            delete tables[input.dataset.csv];
            input.value = "";
            none.hidden = true;
            draw();
        });
    }

    // Training: the loss while it falls, and a picture at the end.

    if (isTraining) {
        const curve = $("loss");
        let losses = [];
        let begins = {};

        const line = (isReference) => {
            const finite = losses.filter((loss) => loss.value !== null);
            const top = Math.max(...finite.map((loss) => loss.value), 1e-9);
            const total = losses[0].total;
            curve.querySelector(isReference ? ".reference" : ".yours").setAttribute(
                "points",
                finite
                    .filter((loss) => loss.isReference === isReference)
                    .map((loss) => `${(598 * loss.at) / total + 1},${158 - (155 * loss.value) / top}`)
                    .join(" "),
            );
        };

        const learn = (news) => {
            const begun = (begins[news.isReference] ??= performance.now());
            news.losses.forEach((value, i) =>
                losses.push({ value, at: news.done - news.losses.length + 1 + i, total: news.total, isReference: news.isReference }),
            );
            curve.removeAttribute("hidden");
            line(news.isReference);
            const left = ((performance.now() - begun) / 1000 / news.done) * (news.total - news.done);
            const last = news.losses.at(-1);
            $("training").textContent = say(
                news.isReference ? "training.reference" : "training",
                news.done,
                news.total,
                last === null ? "NaN" : last.toFixed(3),
                left.toFixed(0),
            );
        };

        const ended = (isRunning) => {
            $("train").hidden = isRunning;
            $("train-stop").hidden = !isRunning;
        };

        $("training").textContent = words.train;
        $("train").addEventListener("click", async () => {
            losses = [];
            begins = {};
            for (const drawn of curve.children) {
                drawn.setAttribute("points", "");
            }
            ended(true);
            $("train-stop").focus();
            try {
                await lab.lines(await lab.send(`${here}/figure`, asked()), (news) => {
                    if (news.losses) {
                        learn(news);
                    } else {
                        paint(news);
                        $("training").textContent = news.picture ? words.trained : words.stopped;
                    }
                });
            } catch (trouble) {
                $("training").textContent = trouble.name === "TypeError" ? words.lost : trouble.message;
            } finally {
                const isInside = document.activeElement === $("train-stop");
                ended(false);
                if (isInside) {
                    $("train").focus();
                }
            }
        });
        $("train-stop").addEventListener("click", () => lab.send(`${here}/figure/stop`, { tab }));
    }

    draw();
}
