// Search and filters of the roadmap.
"use strict";

{
    const search = document.getElementById("search");
    const track = document.getElementById("track");
    const ready = document.getElementById("ready");
    const found = document.getElementById("found");

    const show = () => {
        const words = search.value.toLowerCase().split(/\s+/).filter((word) => word);
        const chapters = track.value.split(" ").filter((id) => id);
        let n = 0;
        for (const chapter of document.querySelectorAll(".chapter")) {
            const isOnTrack = chapters.length === 0 || chapters.includes(chapter.dataset.chapter);
            let any = false;
            for (const room of chapter.querySelectorAll(".room")) {
                const text = room.dataset.text.toLowerCase();
                const isShown =
                    isOnTrack &&
                    (!ready.checked || room.dataset.ready === "true") &&
                    words.every((word) => text.includes(word));
                room.hidden = !isShown;
                any ||= isShown;
                n += isShown ? 1 : 0;
            }
            chapter.hidden = !any;
        }
        const isFiltered = words.length > 0 || chapters.length > 0 || ready.checked;
        found.textContent = isFiltered ? String(n) : "";
    };

    document.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());
    for (const element of [search, track, ready]) {
        element.addEventListener("input", show);
    }
    show();
}
