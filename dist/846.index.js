export const id = 846;
export const ids = [846];
export const modules = {

/***/ 8325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ mapInParallel)
/* harmony export */ });
/** Does the work for all items in the order of the list, at most `max` at a time. Results keep that order. */
async function mapInParallel(items, max, work) {
    const done = new Map();
    const queue = items.entries();
    const worker = async () => {
        for (const [index, item] of queue)
            done.set(index, await work(item, index));
    };
    await Promise.all(Array.from({ length: Math.min(max, items.length) }, worker));
    return items.flatMap((_, index) => done.get(index) ?? []);
}


/***/ }),

/***/ 4902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ fitted),
/* harmony export */   Bu: () => (/* binding */ factTable),
/* harmony export */   Bv: () => (/* binding */ blocks),
/* harmony export */   D_: () => (/* binding */ unbroken),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   LK: () => (/* binding */ hiddenRunsNote),
/* harmony export */   R_: () => (/* binding */ heading),
/* harmony export */   S1: () => (/* binding */ openRunLink),
/* harmony export */   Sl: () => (/* binding */ image),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   q9: () => (/* binding */ withLinks),
/* harmony export */   qe: () => (/* binding */ summaryPage),
/* harmony export */   rb: () => (/* binding */ factRow),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   ut: () => (/* binding */ runLink),
/* harmony export */   xE: () => (/* binding */ alert)
/* harmony export */ });
/** Breaks what GitHub would turn into a mention, a reference, an emoji or a link of its own. Shows nothing. */
const zeroWidthSpace = '\u200b';
/** All characters that can mean something to Markdown or GitHub in some position. */
const suspects = /_+|#+|www(?=\.)|(?<![A-Za-z0-9])gh(?=-\d)|@(?=[\w-])|&(?=#?\w{1,40};)|[\\`*[\]<|~$>=+:.()-]/gi;
/** The text after a colon that makes it the start of an emoji (`:tada:`) or of a URL. */
const emojiOrUrl = /^(?:\/\/|[\w+-]*[a-z][\w+-]*:|[+-]1:|100:|1234:)/;
/**
 * Text from outside as text: no Markdown, no HTML, no link, no mention, no line break. Only what can mean
 * something in its position is escaped (CommonMark 0.31, GFM), so that the summary's source stays readable.
 * GitHub finds mentions, references and emoji in the finished HTML, where a backslash does not help.
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
            // Between letters or digits, an underscore is part of the word.
            return isWordy(before) && isWordy(after) ? found : '\\_'.repeat(found.length);
        case '#': {
            // A heading's mark is at the start, or alone. Before a number, it refers to an issue.
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
            return emojiOrUrl.test(line.slice(index + 1, index + 64)) ? mark + zeroWidthSpace : mark;
        }
        case '<':
            return '&lt;';
        case '&':
            return '&amp;';
        case '$':
            return '&#36;';
        default:
            // The words www and gh, and @, have no escape.
            return /^[\\`*[\]|~]$/.test(found) ? `\\${found}` : found + zeroWidthSpace;
    }
}
function isWordy(character) {
    return /[\p{L}\p{N}]/u.test(character);
}
/** Text as code. Characters that would end the code or a table's cell need HTML, which all renderers read alike. */
function code(text) {
    const line = oneLine(text);
    if (line === '')
        return '';
    return /[\\`|]/.test(line) ? `<code>${escapeMarkdown(line)}</code>` : `\`${line}\``;
}
/** Removes line breaks, control characters, and characters that reverse the direction of the text. */
function oneLine(text) {
    return text
        .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
        .replace(/[\u202a-\u202e\u2066-\u2069]+/g, '')
        .trim();
}
/** A link whose text is Markdown. Without a valid web address, only the text. */
function link(text, address) {
    if (address === undefined || !/^https?:\/\//i.test(address) || !URL.canParse(address))
        return text;
    const safe = new URL(address).href
        .replace(/[()<>|\s"'\\`*_$]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
        .replaceAll('&', '&amp;');
    return `[${text}](${safe})`;
}
/** A run's ID, linked to the run. */
function runLink({ runId, runUrl }) {
    return runUrl === undefined ? code(runId) : link(escapeMarkdown(runId), runUrl);
}
/** The link to a run that a report begins with; '' if the run has no URL. */
function openRunLink(runUrl) {
    return runUrl === undefined ? '' : `**${link('Open the run in Hex', runUrl)}**`;
}
/** An image, described by text from outside. */
function image(description, address) {
    return `!${link(escapeMarkdown(description), address)}`;
}
/**
 * A plain sentence as Markdown. URLs of these runs become links with the run's ID as text. Other plain URLs become code,
 * which can be copied as it is and which GitHub does not link, so a URL from outside is safe there too.
 */
function withLinks(sentence, runs = []) {
    const ids = new Map(runs.map(({ runUrl, runId }) => [runUrl, runId]));
    return (sentence
        .replace(/\s+/g, ' ')
        // A comma or full stop after a URL belongs to the sentence.
        .split(/(?<=^|[ "'(])(https?:\/\/\S+?)(?=[.,]?(?: |$))/)
        .map((part) => {
        const runId = ids.get(part);
        return runId === undefined ? withCode(part) : link(code(runId), part);
    })
        .join(''));
}
/** Only characters that mean nothing in Markdown's code or in a table, and no punctuation at the end. */
const plainUrl = /(?<=^|[ "'(])(https?:\/\/[\w.:/@%?&=#~+-]*[\w/])(?=[.,;:"')]*(?: |$))/;
function withCode(text) {
    // Every second part is a URL. Spaces at the ends of the others separate them from it.
    return text
        .split(plainUrl)
        .map((part, at) => (at % 2 === 1 ? code(part) : part.replace(/\S(?:.*\S)?/s, escapeMarkdown)))
        .join('');
}
/** A table of two columns without a head, for the known facts; '' if none is known. */
function factTable(facts) {
    const rows = facts.flatMap(([name, value]) => (value === '' ? [] : [`| ${name} | ${value} |`]));
    return rows.length === 0 ? '' : ['| | |', '|:--|:--|', ...rows].join('\n');
}
/** The known facts in one row, with their names as the head; '' if none is known. */
function factRow(facts) {
    const known = facts.filter(([, value]) => value !== '');
    if (known.length === 0)
        return '';
    return table(known.map(([name]) => name), [known.map(([, value]) => value)]);
}
/** A table of Markdown cells. `right` names the columns of numbers. */
function table(head, rows, right = []) {
    const rule = head.map((name) => (right.includes(name) ? '--:' : ':--'));
    return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
/** Text that stays on one line in a narrow table. */
function unbroken(text) {
    return text.replaceAll(' ', '\u00a0');
}
/** The heading of a report. `headline` is plain text. */
function heading(icon, headline) {
    return `### ${icon} ${escapeMarkdown(headline)}`;
}
/** A box that GitHub colors by its kind. */
function alert(kind, markdown) {
    const lines = markdown.split('\n').map((line) => (line === '' ? '>' : `> ${line}`));
    return [`> [!${kind}]`, ...lines].join('\n');
}
/** The note below a table that does not show all runs. */
function hiddenRunsNote(count) {
    return count <= 0
        ? ''
        : alert('NOTE', `${count} more runs are not shown here; the ${code('results')} output has all.`);
}
/** A section that readers open with a click; '' if it is empty. */
function folded(title, markdown) {
    return markdown === '' ? '' : `<details><summary>${title}</summary>\n\n${markdown}\n\n</details>`;
}
/** Markdown blocks one below the other; '' is left out. */
function blocks(...parts) {
    return parts.filter((part) => part !== '').join('\n\n');
}
/** GitHub drops a step's summary above 1 MiB completely (actions/runner, FileCommandManager.cs). */
const maxSummaryBytes = 1_000_000;
/** A job summary of these blocks, cut to the size that GitHub accepts. */
function summaryPage(...parts) {
    return fitted(`${blocks(...parts)}\n`, maxSummaryBytes);
}
/** Cuts Markdown to a number of UTF-8 bytes at the end of a line, with a note. */
function fitted(markdown, maxBytes) {
    if (Buffer.byteLength(markdown) <= maxBytes)
        return markdown;
    const note = `\n\n${alert('NOTE', 'The rest did not fit and was omitted.')}\n`;
    const bytes = Math.max(0, maxBytes - Buffer.byteLength(note));
    const cut = Buffer.from(markdown).subarray(0, bytes).toString('utf8');
    return `${cut.slice(0, Math.max(0, cut.lastIndexOf('\n')))}${note}`;
}


/***/ }),

/***/ 7342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MT: () => (/* binding */ verdictLine),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   sW: () => (/* binding */ runDurationMs)
/* harmony export */ });
/* harmony import */ var _run_history_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7594);
/* harmony import */ var _run_outcome_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5302);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4702);



/** States what happened and what to do about it. */
function verdictOf(outcome) {
    const name = outcome.projectTitle?.trim() || `Project ${outcome.projectId}`;
    const headline = headlineOf(outcome);
    return {
        headline: outcome.reason === 'invalid_input' ? headline : `${name}: ${headline}`,
        advice: adviceOf(outcome)
            .flat()
            .filter((sentence) => sentence !== ''),
    };
}
/** The end of the sentence that begins with the project. */
function headlineOf(outcome) {
    const { reason, run, attempt } = outcome;
    const tookMs = runDurationMs(outcome);
    const took = tookMs === undefined ? '' : (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .durationInWords */ .ji)(tookMs);
    switch (reason) {
        case 'completed':
            return `the run completed${took && ` in ${took}`}`;
        case 'errored':
            return `the run failed${took && ` after ${took}`}`;
        case 'killed':
            return `the run was stopped in Hex${took && ` after ${took}`}`;
        case 'no_kernel':
            return 'Hex had no kernel for the run';
        case 'timed_out':
            return `the run did not end within the ${timeoutOf(outcome)}`;
        case 'not_started_in_time':
            return `Hex did not start a run within the ${timeoutOf(outcome)}`;
        case 'aborted':
            return `cancelled ${run === undefined ? 'before a run was started' : 'while the run was in progress'}`;
        case 'fail_fast':
            return "cancelled, because another run failed ('fail-fast')";
        case 'not_runnable':
            return 'cannot run';
        case 'start_refused':
            return `no ${attempt > 0 ? 'further ' : ''}run was started`;
        case 'start_unknown':
            return (0,_run_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .isHandedOn */ .wL)(outcome)
                ? 'stopped before Hex responded to the start'
                : `it is unknown whether a run was started${attempt > 0 ? ' again' : ''}`;
        case 'run_not_found':
            return 'the run to follow was not found';
        case 'no_new_run':
            return `no run that is new enough appeared within the ${timeoutOf(outcome)}`;
        case 'newest_unknown':
            return 'the newest run cannot be identified';
        case 'lost_contact':
            return `the run's status could not be read${run?.status ? ' any more' : ''}`;
        case 'detached':
            return 'the run was started and continues';
        case 'dry_run':
            return 'Hex accepted the request (dry run)';
        case 'fresh':
            return 'the published results are fresh, so no run was started';
        case 'invalid_input':
            return 'Nothing was sent to Hex, because the inputs are invalid';
        case 'internal_error':
            return 'unexpected error in the action';
    }
    return reason;
}
function adviceOf(outcome) {
    const { reason, run, detail = '', trouble } = outcome;
    const troubleText = trouble?.text ?? '';
    switch (reason) {
        case 'completed':
            return [adoptedAdvice(outcome), endedBeforeAdvice(outcome)];
        case 'errored':
            return [endedBeforeAdvice(outcome), 'Open the run in Hex to see which cell failed.'];
        case 'killed':
            return [
                endedBeforeAdvice(outcome),
                'Someone cancelled it, or Hex ended it. This job did not. If this was not intended, run the job again.',
            ];
        case 'no_kernel':
            return [
                `All kernels were in use until the ${timeoutOf(outcome)} expired. Stop runs that you do not need, or increase 'timeout'.`,
            ];
        case 'timed_out':
            return [stopAdvice(outcome), timeoutAdvice(outcome), troubleText];
        case 'not_started_in_time':
            return [unstartedAdvice(outcome), troubleText];
        case 'aborted':
        case 'fail_fast':
            return [run === undefined ? unstartedAdvice(outcome) : stopAdvice(outcome)];
        case 'not_runnable':
            return [detail, 'Nothing was started.'];
        case 'start_refused':
            return [earlierRunsAdvice(outcome), troubleText, newRunsAdvice(outcome)];
        case 'start_unknown':
            return [unknownStartAdvice(outcome)];
        case 'run_not_found':
            return [troubleText];
        case 'no_new_run':
            return [
                detail,
                "Check the project's schedule in Hex, 'newer-than' and 'run-trigger'.",
                troubleText,
            ];
        case 'newest_unknown':
            return [detail];
        case 'lost_contact':
            return [troubleText, stopAdvice(outcome)];
        case 'detached':
            return ["The step does not wait for it ('wait: false')."];
        case 'dry_run':
            return ['Nothing was run.'];
        case 'fresh':
            return [freshAdvice(outcome)];
        case 'invalid_input':
            return detail.split('\n');
        case 'internal_error':
            return [
                detail,
                'This is a bug in the action. Please report it with this line.',
                stopAdvice(outcome),
            ];
    }
    return reason;
}
/** The verdict in one line, for annotations and the log. */
function verdictLine(outcome) {
    const { headline, advice } = verdictOf(outcome);
    const address = outcome.run?.runUrl;
    return [`${headline}.`, ...advice, ...(address === undefined ? [] : [address])].join(' ');
}
/** How long the run took, in milliseconds; undefined if that is not known. */
function runDurationMs({ run }) {
    return run === undefined ? undefined : (0,_run_history_js__WEBPACK_IMPORTED_MODULE_0__/* .durationMs */ .p)(run);
}
/** A run's URL, or its ID if the URL is not known. */
function addressOf(run) {
    return run.runUrl ?? `run ${run.runId}`;
}
function addressesOf(runs) {
    return runs.map(addressOf).join(', ');
}
function adoptedAdvice({ adopted }) {
    return adopted
        ? "The response to its start was lost. The run was found again as the project's only new run."
        : '';
}
/** For a run that had ended before this step began. In a re-run job, that can be a surprise. */
function endedBeforeAdvice({ endedBefore, run }) {
    if (endedBefore === undefined)
        return '';
    const end = (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .utcSecond */ .Hn)(run?.endTime);
    return [
        `The run had already ended${end && ` at ${end}`}, before this step began.`,
        endedBefore.isFromRerun
            ? "'Re-run failed jobs' passes on the outputs of the earlier attempt, so 'run-id' may name a run of that attempt. To start a new run, use 'Re-run all jobs'."
            : '',
    ];
}
/** The timeout with its length. */
function timeoutOf({ timeoutMs }) {
    return timeoutMs === undefined ? 'timeout' : `timeout of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .durationInWords */ .ji)(timeoutMs)}`;
}
/** A run that usually takes less than half of its timeout does not need a longer one. */
function timeoutAdvice({ typicalMs, tookMs }) {
    return typicalMs !== undefined && typicalMs * 2 < tookMs
        ? `Runs of this project usually take ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .roughDuration */ .Um)(typicalMs)}. Open the run to see what delayed it.`
        : "If it needs longer, increase 'timeout'.";
}
/** No run of the last start exists. An earlier one can exist, and has ended. */
function unstartedAdvice(outcome) {
    return earlierRunsAdvice(outcome) || 'Nothing was started.';
}
function earlierRunsAdvice({ attempt }) {
    if (attempt === 0)
        return '';
    const runs = attempt === 1 ? 'The run before it' : `The ${attempt} runs before it`;
    return `${runs} failed. Nothing was started after that.`;
}
/** A refusal that is not from Hex does not prove that Hex started nothing. */
function newRunsAdvice({ candidates = [] }) {
    return candidates.length === 0
        ? ''
        : `New runs of the project since then, probably started by someone else. None was cancelled: ${addressesOf(candidates)}.`;
}
function freshAdvice({ fresh }) {
    if (fresh === undefined)
        return '';
    const { ageMs, updatedAt } = fresh;
    return `They were updated ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .durationInWords */ .ji)(ageMs)} ago, at ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .utcMinute */ .vD)(Date.parse(updatedAt))} ('skip-if-newer-than').`;
}
/** True whatever the post step finds, because it remains on the page after the post step's report. */
const postStepAdvice = 'The post step of this job cleans up and reports the result. If the job has none, because its runner was shut down, check the run in Hex.';
function stopAdvice(outcome) {
    const { stop, run } = outcome;
    if (stop === undefined || run === undefined)
        return '';
    if ((0,_run_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .isHandedOn */ .wL)(outcome)) {
        return [
            `${stop.kind === 'accepted' ? 'Hex accepted the cancel' : 'A cancel was attempted'}. The end of the run is not confirmed yet. ${postStepAdvice}`,
            stop.kind === 'failed' ? `Result of the cancel so far: ${stop.trouble.text}` : '',
        ];
    }
    switch (stop.kind) {
        case 'ended':
            return run.status === 'KILLED'
                ? 'The run was cancelled and has stopped.'
                : `The run had already ended (${run.status}).`;
        case 'accepted':
            return 'Hex accepted the cancel, but the end of the run is not confirmed. It may still be running.';
        case 'failed':
            return `The run could not be cancelled and may still be running. Stop it in Hex. ${stop.trouble.text}`;
        case 'left':
            return 'The run was not cancelled and may still be running.';
    }
    return stop;
}
function unknownStartAdvice(outcome) {
    const { trouble, candidates } = outcome;
    const found = addressesOf(candidates ?? []);
    if ((0,_run_outcome_js__WEBPACK_IMPORTED_MODULE_2__/* .isHandedOn */ .wL)(outcome)) {
        return [
            found === ''
                ? 'No time was left to look for its run.'
                : `It may have started one of these: ${found}.`,
            postStepAdvice,
        ];
    }
    const lost = trouble === undefined ? '' : `The response to the start was lost: ${trouble.text}`;
    if (found !== '')
        return [
            lost,
            `It may be one of these, and none was cancelled: ${found}. Check them in Hex before you run this again.`,
        ];
    return [
        lost,
        candidates === undefined
            ? "No time was left to look for it. Check the project's runs in Hex before you run this again."
            : 'No new run of the project was found. Check its runs in Hex before you run this again.',
    ];
}


/***/ }),

/***/ 2493:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ waitingFor)
/* harmony export */ });
/** Hex's own 503 to a start means that all 25 kernels of the user are in use (API overview). */
function waitingFor(failure, isStart = false) {
    if (failure.kind !== 'refused')
        return 'connection';
    if (failure.status === 429)
        return 'rate-limit';
    return isStart ? 'kernel' : 'hex';
}


/***/ }),

/***/ 8286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LH: () => (/* binding */ troubleOf),
/* harmony export */   Ld: () => (/* binding */ hexErrorOf),
/* harmony export */   Zr: () => (/* binding */ persist)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7094);
/* harmony import */ var _hex_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4027);
/* harmony import */ var _hex_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3380);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9368);
/* harmony import */ var _events_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2493);





/**
 * Retries a call until it succeeds, fails permanently, is aborted, or has no time left for another try. Then throws the
 * last failure.
 * @param untilMs no try starts after this time, milliseconds since the epoch.
 * @param rateLimitUntilMs the same after a 429.
 */
async function persist(world, untilMs, call, rateLimitUntilMs = untilMs) {
    for (let tries = 1;; tries += 1) {
        try {
            return await call();
        }
        catch (error) {
            const { failure } = hexErrorOf(error);
            const waitMs = (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .waitBeforeRepeatMs */ .ye)(failure, tries, world.random());
            const isRateLimit = (0,_events_js__WEBPACK_IMPORTED_MODULE_3__/* .waitingFor */ .F)(failure) === 'rate-limit';
            const inTime = world.clock.now() + waitMs < (isRateLimit ? rateLimitUntilMs : untilMs);
            const isHopeless = (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .isNoRoom */ .Ry)(failure) || !(0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .mayRepeat */ .xg)('GET', failure);
            if (world.abort.signal.aborted || !inTime || isHopeless)
                throw error;
            world.onEvent({
                kind: 'waiting',
                why: (0,_events_js__WEBPACK_IMPORTED_MODULE_3__/* .waitingFor */ .F)(failure),
                waitMs,
                trouble: troubleOf(error),
            });
            await (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(world.clock, waitMs, world.abort.signal);
            if (world.abort.signal.aborted)
                throw error;
        }
    }
}
/** A failed call for reports. Rethrows anything but a HexError, because it is an unexpected error. */
function troubleOf(error) {
    const { call, message } = hexErrorOf(error);
    return { text: message, ...(0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutUndefined */ .r$)({ traceId: call.traceId }) };
}
/** The error as a HexError. Rethrows anything else, so that an unexpected error is never reported as Hex's. */
function hexErrorOf(error) {
    if (error instanceof _hex_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HexError */ ._)
        return error;
    throw error;
}


/***/ })

};
