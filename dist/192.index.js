export const id = 192;
export const ids = [192];
export const modules = {

/***/ 1192:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var _inputs_base_url_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6607);
/* harmony import */ var _inputs_contract_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5984);
/* harmony import */ var _report_leftover_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(4804);
/* harmony import */ var _report_progress_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5364);
/* harmony import */ var _run_abort_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(488);
/* harmony import */ var _run_journal_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2353);
/* harmony import */ var _run_leftovers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9785);
/* harmony import */ var _run_turns_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6550);
/* harmony import */ var _runner_clock_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(453);
/* harmony import */ var _runner_handover_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1500);
/* harmony import */ var _runner_runner_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3281);
/* harmony import */ var _checked_tls_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4237);
/* harmony import */ var _reports_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6027);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6037);
/* harmony import */ var _token_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9001);















const runner = (0,_runner_runner_js__WEBPACK_IMPORTED_MODULE_7__/* .openRunner */ .N)(process);
const clock = _runner_clock_js__WEBPACK_IMPORTED_MODULE_5__/* .systemClock */ .m;
/** A main that was told to stop is done in about six seconds; the runner itself gives it ten. */
const mainPatienceMs = 10_000;
const abort = (0,_run_abort_js__WEBPACK_IMPORTED_MODULE_3__/* .createAbort */ .x)(clock);
runner.onStop(abort.request);
const lastWord = await main();
await (0,_reports_js__WEBPACK_IMPORTED_MODULE_8__/* .finishReports */ .fD)({ runner, clock, abort, random: Math.random }, lastWord);
abort.close();
/**
 * Finishes what a killed main step left behind. It never fails the job: the job's own end says what happened,
 * and what could not be cleaned up is a warning with links.
 */
async function main() {
    const token = (0,_token_js__WEBPACK_IMPORTED_MODULE_9__/* .maskedToken */ .H)(runner);
    // Main has warned of it.
    (0,_checked_tls_js__WEBPACK_IMPORTED_MODULE_10__/* .keepTlsChecked */ .E)({ annotate: () => undefined });
    const texts = await lastWords();
    const entries = texts.flatMap((text) => (0,_run_journal_js__WEBPACK_IMPORTED_MODULE_11__/* .readEntry */ .hB)(text) ?? []);
    if (entries.length < texts.length) {
        runner.annotate('warning', 'Hex run not cleaned up', 'What the main step left for this one cannot be read: look at the runs of the project in Hex.');
    }
    if (!entries.some(_run_leftovers_js__WEBPACK_IMPORTED_MODULE_4__/* .isOpen */ .n))
        return undefined;
    try {
        return await report(await finish(entries, token));
    }
    catch (error) {
        const detail = error instanceof Error ? error.message : String(error);
        runner.annotate('warning', 'Hex run not cleaned up', `The clean-up itself failed; look at the runs of the project in Hex. ${detail}`);
        return undefined;
    }
}
/**
 * What main wrote last of each of its runs. A main that still runs and has a run, or is about to, is told to stop
 * and cleans up by itself: it knows more than post can, and two who cancel one run are one too many.
 */
async function lastWords() {
    const main = (0,_runner_handover_js__WEBPACK_IMPORTED_MODULE_6__/* .openPostSide */ .O)(runner.env, runner.state(_state_js__WEBPACK_IMPORTED_MODULE_12__/* .markName */ .Fp));
    const isBusy = () => [...(main?.latest().values() ?? [])].some((text) => (0,_run_leftovers_js__WEBPACK_IMPORTED_MODULE_4__/* .isOpen */ .n)((0,_run_journal_js__WEBPACK_IMPORTED_MODULE_11__/* .readEntry */ .hB)(text)));
    if (main?.isRunning() && isBusy()) {
        runner.line('The main step still runs beside this one; it was told to stop and to clean up.');
        await main.gone(clock, mainPatienceMs, abort.signal);
        if (!isBusy())
            runner.line('It has: no run of it goes on.');
    }
    const notes = main?.latest() ?? new Map();
    const count = Math.max(Number(runner.state(_state_js__WEBPACK_IMPORTED_MODULE_12__/* .countName */ .LS)) || 0, ...[...notes.keys()].map((subject) => Number(subject) + 1));
    return Array.from({ length: count }, (_, index) => notes.get(String(index)) ?? runner.state((0,_state_js__WEBPACK_IMPORTED_MODULE_12__/* .stateNameOf */ .Qv)(index))).filter((text) => text !== '');
}
async function finish(entries, token) {
    const base = (0,_inputs_base_url_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBaseUrl */ .Q)(runner.input('base-url').trim() || _inputs_contract_js__WEBPACK_IMPORTED_MODULE_1__/* .runInputDefaults */ .i['base-url']);
    if (!base.ok)
        throw new Error(base.problem);
    // Most jobs end with nothing to clean up, and then nothing of the client is loaded.
    const { connect } = await Promise.all(/* import() */[__webpack_require__.e(628), __webpack_require__.e(690), __webpack_require__.e(355)]).then(__webpack_require__.bind(__webpack_require__, 7355));
    const connection = await connect({ baseUrl: base.value, token }, runner.env, clock);
    const progress = (0,_report_progress_js__WEBPACK_IMPORTED_MODULE_2__/* .createProgress */ .m)();
    const world = {
        hex: connection.hex,
        clock,
        random: Math.random,
        abort,
        turns: (0,_run_turns_js__WEBPACK_IMPORTED_MODULE_13__/* .createTurns */ .z)(),
        journal: (0,_run_journal_js__WEBPACK_IMPORTED_MODULE_11__/* .createJournal */ .s9)(() => undefined),
        tell: (event) => {
            for (const line of progress.lines(event, clock.now()))
                runner.line(line);
        },
    };
    try {
        return await (0,_run_leftovers_js__WEBPACK_IMPORTED_MODULE_4__/* .finishAllLeftovers */ .L)(entries, world);
    }
    finally {
        await connection.close();
    }
}
async function report(finished) {
    const reports = finished.map(({ entry, leftover }) => (0,_report_leftover_js__WEBPACK_IMPORTED_MODULE_14__/* .leftoverReport */ .e)(leftover, entry));
    const warnings = reports.filter(({ warning }) => warning);
    for (const { line, warning } of reports)
        if (!warning)
            runner.line(line);
    if (warnings.length > 0) {
        const message = warnings.map(({ line }) => line).join('\n');
        runner.annotate('warning', 'Hex run may still be going', message);
    }
    const markdown = reports.map((each) => each.markdown).join('\n');
    await runner.summary(markdown);
    const headline = warnings.length > 0
        ? 'This step was stopped, and a run of it may still be going'
        : 'This step was stopped, and no run of it is going';
    return { conclusion: 'cancelled', headline, markdown };
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 4804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ leftoverReport)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4902);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7342);


/** Puts into words what became of a leftover. */
function leftoverReport(leftover, entry) {
    const project = 'projectId' in entry ? entry.projectId : '';
    const killed = 'The main step ended before it could finish.';
    switch (leftover.kind) {
        case 'ended':
            return told(false, '🧹', `${killed} Its run had already ended as ${leftover.run.status}`, [
                leftover.run,
            ]);
        case 'cancelled':
            return cancelled(leftover, killed);
        case 'none-found':
            return told(false, '🧹', `${killed} It was about to start a run of project ${project}, and no new run was found: nothing is left to cancel`, []);
        case 'several-found':
            return told(true, '⚠️', `${killed} It was starting a run of project ${project}, and any of these may be it; none was touched. Stop yours in Hex`, leftover.runs);
        case 'unseen':
            return told(true, '⚠️', `${killed} It was starting a run of project ${project}, and Hex could not be asked whether it exists: look at the project's runs in Hex. ${leftover.trouble?.text ?? ''}`.trim(), []);
    }
    return leftover;
}
function cancelled({ run, stop, adopted }, killed) {
    const which = adopted
        ? "The project's only new run since then was taken for its run and"
        : 'Its run';
    switch (stop.kind) {
        case 'ended':
            return told(false, '🧹', `${killed} ${which} was cancelled and ended as ${run.status}`, [run]);
        case 'accepted':
            return told(true, '⚠️', `${killed} ${which} was cancelled, but was not seen to end`, [run]);
        case 'failed':
            return told(true, '⚠️', `${killed} ${which} could not be cancelled and may still be going: stop it in Hex. ${stop.trouble.text}`, [run]);
        case 'left':
            return told(true, '⚠️', `${killed} ${which} was left alone`, [run]);
    }
    return stop;
}
function told(warning, icon, sentence, runs) {
    const full = /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
    const links = runs.map((run) => `- ${run.runUrl === undefined ? (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(run.runId) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(run.runId), run.runUrl)}`);
    return {
        line: [full, ...runs.map(_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .runName */ .rt)].join(' '),
        warning,
        markdown: `${[`${icon} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(full)}`, ...links].join('\n')}\n`,
    };
}


/***/ }),

/***/ 4902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ fitted),
/* harmony export */   Bu: () => (/* binding */ factTable),
/* harmony export */   D_: () => (/* binding */ unbroken),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   Sl: () => (/* binding */ image),
/* harmony export */   aH: () => (/* binding */ maxSummaryBytes),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/** Breaks what GitHub would turn into a mention, a reference, an emoji or a link of its own. Shows nothing. */
const zeroWidthSpace = '\u200b';
/** All that can mean something to Markdown or GitHub somewhere, as runs where the run decides. */
const suspects = /_+|#+|www(?=\.)|(?<![A-Za-z0-9])gh(?=-\d)|@(?=[\w-])|&(?=#?\w{1,40};)|[\\`*[\]<|~$>=+:.()-]/gi;
/** What after a colon makes it one of an emoji (`:tada:`) or of an address. */
const emojiOrAddress = /^(?:\/\/|[\w+-]*[a-z][\w+-]*:|[+-]1:|100:|1234:)/;
/**
 * Text from outside as text: no Markdown, no HTML, no link, no mention, no line break. Only what can mean
 * something where it stands is escaped (CommonMark 0.31, GFM), so that the summary's source stays readable.
 * Mentions, references and emoji are found by GitHub in the finished HTML, where a backslash is no help.
 */
function escapeMarkdown(text) {
    const line = oneLine(text);
    return line.replace(suspects, (found, index) => escapedAt(line, found, index));
}
function escapedAt(line, found, index) {
    const before = index === 0 ? '' : line.charAt(index - 1);
    const after = line.charAt(index + found.length);
    switch (found.charAt(0)) {
        case '_':
            // Between letters or digits it is one of them.
            return isWordy(before) && isWordy(after) ? found : '\\_'.repeat(found.length);
        case '#': {
            // A heading's mark stands at the start, or alone; with a number after it, it is an issue.
            const marks = before === '' || before === ' ' ? '\\#'.repeat(found.length) : found;
            return /\d/.test(after) ? marks + zeroWidthSpace : marks;
        }
        case '>':
        case '=':
        case '+':
        case '-':
            return index === 0 ? `\\${found}` : found;
        case '.':
        case ')':
            return index < 10 && /^\d+$/.test(line.slice(0, index)) ? `\\${found}` : found;
        case '(':
            return before === ']' ? `\\${found}` : found;
        case ':': {
            const mark = index === 0 || before === ':' ? '\\:' : ':';
            return emojiOrAddress.test(line.slice(index + 1, index + 64)) ? mark + zeroWidthSpace : mark;
        }
        case '<':
            return '&lt;';
        case '&':
            return '&amp;';
        case '$':
            return '&#36;';
        case '\\':
        case '`':
        case '*':
        case '[':
        case ']':
        case '|':
        case '~':
            return `\\${found}`;
        default:
            // www, gh, @
            return found + zeroWidthSpace;
    }
}
/** Text as code. What would end the code or a table's cell is written as HTML, which all readers take alike. */
function code(text) {
    const line = oneLine(text);
    if (line === '')
        return '';
    return /[\\`|]/.test(line) ? `<code>${escapeMarkdown(line)}</code>` : `\`${line}\``;
}
/** A link whose text is ours or was escaped; what is no web address stays text. */
function link(text, address) {
    if (!/^https?:\/\//i.test(address) || !URL.canParse(address))
        return text;
    const safe = new URL(address).href
        .replace(/[()<>|\s"'\\`*_$]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
        .replaceAll('&', '&amp;');
    return `[${text}](${safe})`;
}
/** A table of two columns without a head that says anything. */
function factTable(rows) {
    const shown = rows.filter(([, value]) => value !== '');
    if (shown.length === 0)
        return '';
    return ['| | |', '|:--|:--|', ...shown.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
}
/** A table whose cells are Markdown already; `right` names the columns of numbers. */
function table(head, rows, right = []) {
    const rule = head.map((name) => (right.includes(name) ? '--:' : ':--'));
    return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
/** Text that stays on one line where a table is narrow. */
function unbroken(text) {
    return text.replaceAll(' ', '\u00a0');
}
/** A picture, described by text from outside. */
function image(description, address) {
    return `!${link(escapeMarkdown(description), address)}`;
}
/** GitHub drops a step's summary above 1 MiB whole (actions/runner, FileCommandManager.cs). */
const maxSummaryBytes = 1_000_000;
/** Cuts Markdown to a number of UTF-8 bytes at a line's end and says so; GitHub drops a longer summary whole. */
function fitted(markdown, maxBytes) {
    if (Buffer.byteLength(markdown) <= maxBytes)
        return markdown;
    const note = '\n\n> [!NOTE]\n> The rest did not fit and was left out.\n';
    const room = maxBytes - Buffer.byteLength(note);
    const cut = Buffer.from(markdown).subarray(0, Math.max(0, room)).toString('utf8');
    const lineEnd = cut.lastIndexOf('\n');
    return `${lineEnd > 0 ? cut.slice(0, lineEnd) : ''}${note}`;
}
function isWordy(character) {
    return /[\p{L}\p{N}]/u.test(character);
}
/** Without line breaks and control characters, and without those that turn the direction of the text around. */
function oneLine(text) {
    return text
        .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
        .replace(/[\u202a-\u202e\u2066-\u2069]+/g, '')
        .trim();
}


/***/ }),

/***/ 9785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ finishAllLeftovers),
/* harmony export */   n: () => (/* binding */ isOpen)
/* harmony export */ });
/* harmony import */ var _lanes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6667);
/* harmony import */ var _cancel_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7314);
/* harmony import */ var _lookup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3578);
/* harmony import */ var _status_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8258);
/* harmony import */ var _trouble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1189);





/**
 * The runner kills everything 285 s after a job was cancelled (actions/runner, JobDispatcher.cs), and other
 * steps share that time with this one. A search before the cancel leaves at least the difference.
 */
const patienceMs = 180_000;
const mostMs = 240_000;
/** Before the cancel, the run's status is worth this wait at most. */
const lookPatienceMs = 10_000;
/** Runs cleaned up at once. */
const mostAtOnce = 10;
/**
 * Finishes all that a killed main step left open, several runs side by side.
 * @param entries the last one of each run's journal, those with nothing to finish included: they tell which runs
 *   are known, and none of those is the lost one of another.
 */
async function finishAllLeftovers(entries, world) {
    const ownRuns = new Set(entries.flatMap((entry) => ('runId' in entry ? (entry.runId ?? []) : [])));
    const endAtMs = world.clock.now() + mostMs;
    const letGo = new Set(entries.flatMap((entry) => entry.phase === 'detached' && entry.runId === undefined ? (entry.projectId ?? []) : []));
    return (0,_lanes_js__WEBPACK_IMPORTED_MODULE_3__/* .inLanes */ .L)(entries.filter(isOpen), mostAtOnce, async (entry) => ({
        entry,
        leftover: await finishLeftovers(entry, { ...world, ownRuns, endAtMs, letGo }),
    }));
}
/** Does this entry leave something to finish? */
function isOpen(entry) {
    return entry !== undefined && entry.phase !== 'settled' && entry.phase !== 'detached';
}
/**
 * Finishes what a killed main step left behind: cancels its run by the id, or looks for the run of a start that
 * was never answered and cancels it when it is the only one that can be meant. A wrong cancel is worse than an
 * orphan, so anything less clear is only reported.
 */
async function finishLeftovers(entry, world) {
    switch (entry.phase) {
        case 'started':
            return stopRun(entry, world, false);
        case 'cancelling':
            return stopRun(entry, world, true);
        case 'intent':
            return stopLostRun(entry, world);
    }
    return entry;
}
/** @param wasTaken Hex took main's cancel: then the run is watched, and cancelled again only when it goes on. */
async function stopRun(own, world, wasTaken) {
    const { projectId, ...unseen } = own;
    const run = await look(own, { status: 'unknown', ...unseen }, world);
    if ((0,_status_js__WEBPACK_IMPORTED_MODULE_4__/* .hasEnded */ .hY)(run.status))
        return { kind: 'ended', run };
    if (wasTaken)
        world.tell({ kind: 'note', text: "Hex took the main step's cancel: waiting for it." });
    else
        world.tell({ kind: 'cancelling', runId: own.runId, why: 'abort' });
    const cancelled = await (0,_cancel_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelRun */ .S)(projectId, run, world, cancelTime(world), wasTaken);
    return { kind: 'cancelled', adopted: false, ...cancelled };
}
async function stopLostRun(intent, world) {
    const lookup = await (0,_lookup_js__WEBPACK_IMPORTED_MODULE_1__/* .lookForRun */ .wi)(intent, world, _lookup_js__WEBPACK_IMPORTED_MODULE_1__/* .searchMs */ .vB.post, world.abort.signal);
    switch (lookup.kind) {
        case 'one': {
            if ((0,_status_js__WEBPACK_IMPORTED_MODULE_4__/* .hasEnded */ .hY)(lookup.run.status))
                return { kind: 'ended', run: lookup.run };
            if (world.letGo.has(intent.projectId))
                return { kind: 'several-found', runs: [lookup.run] };
            world.tell({ kind: 'cancelling', runId: lookup.run.runId, why: 'abort' });
            const cancelled = await (0,_cancel_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelRun */ .S)(intent.projectId, lookup.run, world, cancelTime(world));
            return { kind: 'cancelled', adopted: true, ...cancelled };
        }
        case 'several':
            return { kind: 'several-found', runs: lookup.runs };
        case 'none':
            return { kind: 'none-found' };
        case 'unseen':
            return lookup;
    }
    return lookup;
}
/** The run's state when it can be read: one that has ended needs no cancel. */
async function look(own, run, world) {
    try {
        return {
            ...run,
            ...(await world.hex.getRunStatus(own.projectId, own.runId, {
                notAfterMs: world.clock.now() + lookPatienceMs,
                urgent: true,
                deadlineMs: 5_000,
            })),
        };
    }
    catch (error) {
        world.tell({
            kind: 'note',
            text: 'The status of the run could not be read; going on all the same.',
            trouble: (0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .troubleOf */ .c)((0,_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .hexErrorOf */ .L)(error)),
        });
        return run;
    }
}
function cancelTime(world) {
    const untilMs = Math.min(world.clock.now() + patienceMs, world.endAtMs);
    return {
        untilMs: () => Math.min(untilMs, world.abort.endsAtMs('cancel')),
        signal: world.abort.timeOver('cancel'),
    };
}


/***/ })

};
