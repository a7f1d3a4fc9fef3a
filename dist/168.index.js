export const id = 168;
export const ids = [168];
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
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8046);

/** An invisible character that keeps GitHub from making a mention, a reference, an emoji, or a link of a word. */
const zeroWidthSpace = '\u200b';
/** The text after a colon that makes it the start of an emoji (`:tada:`) or of a URL. */
const emojiOrUrl = /:(?=\/\/|(?=[\w+-]{1,62}:)[^a-z:]*[a-z]|[+-]1:|100:|1234:)/g;
/**
 * Text from outside as text: no Markdown, no HTML, no link, no mention, no line break. Only what can mean
 * something in its position is escaped (CommonMark 0.31, GFM), so that the summary's source stays readable.
 * GitHub finds mentions, references, and emoji in the finished HTML, where a backslash does not help.
 */
function escapeMarkdown(text) {
    return ((0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text)
        .trim()
        .replace(/[\\`*[\]|~]/g, '\\$&')
        .replace(/&(?=#?\w{1,40};)/g, '&amp;')
        .replace(/</g, '&lt;')
        .replace(emojiOrUrl, `:${zeroWidthSpace}`)
        .replace(/^:|(?<=:):/g, '\\:')
        .replace(/@(?=[\w-])|www(?=\.)|(?<![a-z0-9])gh(?=-\d)|#(?=\d)/gi, `$&${zeroWidthSpace}`)
        // A heading's mark is at the start, or alone.
        .replace(/(?<![^ ])#/g, '\\#')
        .replace(/^[>=+-]|(?<=^\d{1,9})[.)]|(?<=\])\(/g, '\\$&')
        .replace(/\$/g, '&#36;')
        // Between letters or digits, an underscore is part of the word.
        .replace(/(?<!_)(?:(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}_]))/gu, (run) => run.replaceAll('_', '\\_')));
}
/** Text as code. Characters that would end the code or a table's cell need HTML, which all renderers read alike. */
function code(text) {
    const line = (0,_plain_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(text).trim();
    if (line === '')
        return '';
    return /[\\`|]/.test(line) ? `<code>${escapeMarkdown(line)}</code>` : `\`${line}\``;
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
 * which can be copied as it is and which GitHub does not link, so a URL from outside is safe there too. Statuses become
 * code, as in the tables.
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
/**
 * A URL or a status. A URL has only characters that mean nothing in Markdown's code or in a table, and no punctuation at
 * the end.
 */
const codeWord = /(?<=^|[ "'(])(https?:\/\/[\w.:/@%?&=#~+-]*[\w/]|PENDING|RUNNING|COMPLETED|ERRORED|KILLED|UNABLE_TO_ALLOCATE_KERNEL)(?=[.,;:"')]*(?: |$))/;
function withCode(text) {
    // Every second part is a URL or a status. Spaces at the ends of the others separate them from it.
    return text
        .split(codeWord)
        .map((part, at) => (at % 2 === 1 ? code(part) : part.replace(/\S(?:.*\S)?/s, escapeMarkdown)))
        .join('');
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
        : alert('NOTE', `Runs not shown: ${count}. See the ${code('results')} output.`);
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
/* harmony import */ var _run_outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5302);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4702);



/**
 * An outcome in words, as plain text that is not yet escaped for a report: what happened, in one sentence without a full stop,
 * and what to know or do, a sentence each.
 */
function verdictOf(outcome) {
    const name = outcome.projectTitle?.trim() || `Project ${outcome.projectId}`;
    const [headline, ...advice] = verdicts[outcome.reason](outcome);
    return {
        headline: outcome.reason === 'invalid_input' ? headline : `${name}: ${headline}`,
        advice: advice.flat().flatMap((sentence) => sentence || []),
    };
}
/** For each reason, the end of the sentence that begins with the project, then the advice. */
const verdicts = {
    completed: (it) => [
        `the run completed${took('in', it)}`,
        adoptedAdvice(it),
        endedBeforeAdvice(it),
    ],
    errored: (it) => [
        `the run failed${took('after', it)}`,
        endedBeforeAdvice(it),
        'Open the run in Hex to see which cell failed.',
    ],
    killed: (it) => [
        `the run was stopped in Hex${took('after', it)}`,
        endedBeforeAdvice(it),
        'Someone cancelled the run in Hex, or Hex ended it. If this was not intended, re-run the job.',
    ],
    no_kernel: (it) => [
        'the run could not get a kernel',
        `All kernels were in use until the ${timeoutOf(it)} expired. Stop runs that you do not need, or increase 'timeout'.`,
    ],
    timed_out: (it) => [
        `the run did not end within the ${timeoutOf(it)}`,
        stopAdvice(it),
        timeoutAdvice(it),
        it.trouble?.text,
    ],
    not_started_in_time: (it) => [
        `Hex did not start a run within the ${timeoutOf(it)}`,
        unstartedAdvice(it),
        it.trouble?.text,
    ],
    aborted: (it) => it.run === undefined
        ? ['cancelled before a run was started', unstartedAdvice(it)]
        : ['cancelled while the run was in progress', stopAdvice(it)],
    fail_fast: (it) => [
        "cancelled because another run failed ('fail-fast')",
        it.run === undefined ? unstartedAdvice(it) : stopAdvice(it),
    ],
    not_runnable: ({ detail }) => ['the project cannot run', detail, 'No run was started.'],
    start_refused: (it) => [
        `no ${it.attempt > 0 ? 'further ' : ''}run was started`,
        earlierRunsAdvice(it),
        it.trouble?.text,
        newRunsAdvice(it),
    ],
    start_unknown: (it) => [
        (0,_run_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .isHandedOn */ .wL)(it)
            ? 'stopped before Hex responded to the start request'
            : it.attempt > 0
                ? 'another run may have been started'
                : 'a run may have been started',
        unknownStartAdvice(it),
    ],
    run_not_found: ({ trouble }) => ['the run to follow was not found', trouble?.text],
    no_new_run: (it) => [
        `no matching run was found within the ${timeoutOf(it)}`,
        it.detail,
        "Check 'newer-than', 'run-trigger', and the project's schedule in Hex.",
        it.trouble?.text,
    ],
    newest_unknown: ({ detail }) => ['the newest run cannot be identified', detail],
    lost_contact: (it) => [
        it.run?.status ? 'lost contact with the run' : "the run's status could not be read",
        it.trouble?.text,
        stopAdvice(it),
    ],
    detached: () => [
        'the run was started',
        "The step does not wait for the run to end ('wait: false').",
    ],
    dry_run: () => ['Hex accepted the request (dry run)', 'No run was started.'],
    fresh: (it) => [
        'the published results are recent enough, so no run was started',
        freshAdvice(it),
    ],
    invalid_input: ({ detail }) => [
        'Nothing was sent to Hex, because the inputs are invalid',
        detail?.split('\n'),
    ],
    internal_error: (it) => [
        'unexpected error in the action',
        it.detail,
        "This is a bug in the action. Report it in the action's repository, and include this line.",
        stopAdvice(it),
    ],
};
/** How long the run took, after a preposition; '' if that is not known. */
function took(preposition, outcome) {
    const tookMs = runDurationMs(outcome);
    return tookMs === undefined ? '' : ` ${preposition} ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .durationInWords */ .ji)(tookMs)}`;
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
function addressesOf(runs = []) {
    return runs.map(addressOf).join(', ');
}
function adoptedAdvice({ adopted }) {
    return adopted
        ? "The response to the start request was lost. This is the project's only new run, so it is assumed to be this step's run."
        : '';
}
/** For a run that had ended before this step began. In a re-run job, that can be a surprise. */
function endedBeforeAdvice({ endedBefore, run }) {
    if (endedBefore === undefined)
        return '';
    const end = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .utcSecond */ .Hn)(run?.endTime);
    return [
        `The run ended${end && ` at ${end},`} before this step started.`,
        endedBefore.isFromRerun
            ? "'Re-run failed jobs' reuses the outputs of the previous attempt, so 'run-id' may refer to a run from that attempt. To start a new run, use 'Re-run all jobs'."
            : '',
    ];
}
/** The timeout with its length. */
function timeoutOf({ timeoutMs }) {
    return timeoutMs === undefined ? 'timeout' : `timeout of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .durationInWords */ .ji)(timeoutMs)}`;
}
/** A run that usually takes less than half of its timeout does not need a longer one. */
function timeoutAdvice({ typicalMs, tookMs }) {
    return typicalMs !== undefined && typicalMs * 2 < tookMs
        ? `Runs of this project usually take ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .roughDuration */ .Um)(typicalMs)}. Open the run to see what delayed it.`
        : "If the run needs more time, increase 'timeout', and make sure that the job's 'timeout-minutes' is higher.";
}
/** No run of the last start exists. An earlier one can exist, and has ended. */
function unstartedAdvice(outcome) {
    return earlierRunsAdvice(outcome) || 'No run was started.';
}
function earlierRunsAdvice({ attempt }) {
    if (attempt === 0)
        return '';
    const runs = attempt === 1 ? 'The previous run' : `The previous ${attempt} runs`;
    return `${runs} failed. No run was started after that.`;
}
/** A refusal that is not from Hex does not prove that Hex started nothing. */
function newRunsAdvice({ candidates }) {
    const found = addressesOf(candidates);
    return (found &&
        `The project has new runs, probably started by someone else. These runs were not cancelled: ${found}.`);
}
function freshAdvice({ fresh }) {
    if (fresh === undefined)
        return '';
    const { ageMs, updatedAt } = fresh;
    return `The results were updated ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .durationInWords */ .ji)(ageMs)} ago, at ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .utcMinute */ .vD)(Date.parse(updatedAt))} ('skip-if-newer-than').`;
}
/** True whatever the post step finds, because it remains on the page after the post step's report. */
const postStepAdvice = "This action's post step cleans up and reports the result. If the post step does not run because the runner was shut down, check the run in Hex.";
function stopAdvice(outcome) {
    const { stop, run } = outcome;
    if (stop === undefined || run === undefined)
        return '';
    if ((0,_run_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .isHandedOn */ .wL)(outcome)) {
        return [
            `${stop.kind === 'accepted' ? 'Hex accepted the cancellation' : 'The action tried to cancel the run'}, but the run may not have stopped yet. ${postStepAdvice}`,
            stop.kind === 'failed'
                ? `The cancellation has not succeeded so far: ${stop.trouble.text}`
                : '',
        ];
    }
    switch (stop.kind) {
        case 'ended':
            return run.status === 'KILLED'
                ? 'The run was cancelled and has stopped.'
                : `The run had already ended (${run.status}).`;
        case 'accepted':
            return 'Hex accepted the cancellation, but the run may still be running.';
        case 'failed':
            return `The run could not be cancelled and may still be running. Stop the run in Hex. ${stop.trouble.text}`;
        case 'left':
            return 'The run was not cancelled and may still be running.';
    }
    return stop;
}
function unknownStartAdvice(outcome) {
    const { trouble, candidates } = outcome;
    const found = addressesOf(candidates);
    if ((0,_run_outcome_js__WEBPACK_IMPORTED_MODULE_1__/* .isHandedOn */ .wL)(outcome)) {
        return [
            found
                ? `This job may have started one of these runs: ${found}.`
                : 'There was no time left to search for the run.',
            postStepAdvice,
        ];
    }
    return [
        trouble && `The response to the start request was lost: ${trouble.text}`,
        found
            ? `The run may be one of these, which were not cancelled: ${found}. Check them in Hex before you re-run the job.`
            : candidates === undefined
                ? "There was no time left to search for the run. Check the project's runs in Hex before you re-run the job."
                : "No new run of the project was found. Check the project's runs in Hex before you re-run the job.",
    ];
}


/***/ }),

/***/ 1883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fz: () => (/* binding */ waitingFor),
/* harmony export */   LH: () => (/* binding */ troubleOf),
/* harmony export */   Ld: () => (/* binding */ hexErrorOf),
/* harmony export */   c5: () => (/* binding */ withRetries)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7094);
/* harmony import */ var _hex_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4027);
/* harmony import */ var _hex_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3380);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9368);




/**
 * Retries a call until it succeeds, fails permanently, is aborted, or has no time left for another try. Then throws the
 * last failure. Unless `rule` says otherwise, the method of the request that failed decides (`mayRetry` in `retry.ts`),
 * so a start whose response was lost is not sent twice.
 * @param untilMs no try starts after this time, milliseconds since the epoch.
 */
async function withRetries(world, untilMs, call, rule = {}) {
    const { rateLimitUntilMs = untilMs } = rule;
    for (let tries = 1;; tries += 1) {
        try {
            return await call();
        }
        catch (error) {
            const { failure, call: failed } = hexErrorOf(error);
            const waitMs = (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retryWaitMs */ .Ko)(failure, tries, world.random());
            const lastMs = (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .isRateLimit */ .a5)(failure) ? rateLimitUntilMs : untilMs;
            const inTime = world.clock.now() + waitMs < lastMs;
            const isRetryable = rule.mayRetry?.(failure) ?? (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .mayRetry */ .KO)(failed.method, failure);
            const isHopeless = (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .isOverLimit */ .kM)(failure) || !isRetryable;
            if (world.abort.signal.aborted || !inTime || isHopeless)
                throw error;
            world.onEvent({
                kind: 'waiting',
                why: waitingFor(failure),
                waitMs,
                trouble: troubleOf(error),
            });
            await (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(world.clock, waitMs, world.abort.signal);
            if (world.abort.signal.aborted)
                throw error;
        }
    }
}
/** Hex's own 503 to a start means that all 25 kernels of the user are in use (API overview). */
function waitingFor(failure, isStart = false) {
    if (failure.kind !== 'refused')
        return 'connection';
    if (failure.status === 429)
        return 'rate-limit';
    return isStart ? 'kernel' : 'hex';
}
/** A failed call for reports. Rethrows anything but a HexError, because it is an unexpected error. */
function troubleOf(error) {
    const { call, message } = hexErrorOf(error);
    return { text: message, ...(0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutUndefined */ .r$)({ traceId: call.traceId }) };
}
/** The error as a HexError. Rethrows anything else, so that an unexpected error is never reported as Hex's. */
function hexErrorOf(error) {
    if (error instanceof _hex_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HexError */ ._W)
        return error;
    throw error;
}


/***/ }),

/***/ 7314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ cancelRun)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7094);
/* harmony import */ var _hex_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3380);
/* harmony import */ var _calls_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1883);
/* harmony import */ var _journal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2353);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5302);





/** Hex responds to a cancel request at once. A request that takes longer is better retried. */
const cancelRequestTimeoutMs = 2_500;
/** A cancel that Hex refuses this often while the run is active is given up. */
const maxRefusals = 3;
/** A refused cancel is not retried sooner: the status that explains the refusal may come late. */
const minWaitAfterRefusalMs = 500;
/** The usual backoff is too long for a cancel request. */
const maxBackoffMs = 5_000;
/** A cancel that an earlier step sent is sent again if the run is still active after this time. */
const againAfterMs = 30_000;
/** Waits between status requests after a cancel request: short at first, because a cancelled run ends within seconds. */
const waitsMs = [200, 400, 700, 1_000, 2_000, 3_000, 5_000];
/**
 * Cancels a run and watches it end. A cancel that Hex accepted is not sent again. If Hex refuses it because the run has
 * ended meanwhile, that is not a failure, and the run's own end is reported.
 */
async function cancelRun(projectId, run, world, { endsAtMs, signal, timeoutMs, wasAccepted = false }) {
    const { hex, clock } = world;
    const timeLeftMs = () => (signal.aborted ? 0 : endsAtMs() - clock.now());
    const callOptions = (notAfterMs = endsAtMs()) => ({
        signal,
        urgent: true,
        timeoutMs: Math.max(50, Math.min(timeoutMs ?? cancelRequestTimeoutMs, timeLeftMs())),
        notAfterMs,
    });
    let seen = run;
    const read = async (notAfterMs) => {
        seen = { ...seen, ...(await hex.getRunStatus(projectId, run.runId, callOptions(notAfterMs))) };
    };
    const ended = () => ({ stop: { kind: 'ended' }, run: seen });
    let againAtMs = wasAccepted ? clock.now() + againAfterMs : Number.POSITIVE_INFINITY;
    let phase = wasAccepted ? 'watch' : 'request';
    let refusals = 0;
    let isSeen = false;
    let trouble;
    for (let tries = 1; timeLeftMs() > 0; tries += 1) {
        let waitMs = waitsMs[Math.min(tries, waitsMs.length) - 1] ?? 0;
        try {
            if (phase === 'request') {
                await hex.cancelRun(projectId, run.runId, callOptions());
                phase = 'watch';
                world.journal({ phase: 'cancelling', ...(0,_journal_js__WEBPACK_IMPORTED_MODULE_4__/* .ownRun */ .SI)(projectId, seen) });
                tries = 0;
                continue;
            }
            const askedAtMs = clock.now();
            await read();
            if ((0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .hasEnded */ .hY)(seen.status))
                return ended();
            if (askedAtMs >= againAtMs) {
                againAtMs = Number.POSITIVE_INFINITY;
                phase = 'request';
                tries = 0;
                continue;
            }
        }
        catch (error) {
            const { failure } = (0,_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .hexErrorOf */ .Ld)(error);
            // The rate limit lasts longer than the time that is left.
            if ((0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .isOverLimit */ .kM)(failure))
                break;
            trouble = (0,_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .troubleOf */ .LH)(error);
            const isRefused = !(0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .mayRetry */ .KO)('DELETE', failure);
            if (isRefused)
                refusals += 1;
            // After a long wait for a response, the run may have been cancelled in the meantime.
            if (phase === 'request' && (isRefused || tries > 1 || timeoutMs !== undefined)) {
                isSeen = await succeeds(read(clock.now()));
                if ((0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .hasEnded */ .hY)(seen.status))
                    return ended();
            }
            if (refusals >= maxRefusals)
                break;
            waitMs = Math.max(waitMs, isRefused ? minWaitAfterRefusalMs : backoffMs(failure, tries, world.random()));
            if (phase === 'request' && waitMs >= timeLeftMs())
                break;
        }
        await (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(clock, Math.min(waitMs, timeLeftMs()), signal);
    }
    if (phase === 'watch' || wasAccepted)
        return { stop: { kind: 'accepted' }, run: seen };
    // Hex may have refused the cancel request because the run has ended, while a rate limit prevented reading its status.
    if (!isSeen && timeLeftMs() > 0) {
        await succeeds(read());
        if ((0,_outcome_js__WEBPACK_IMPORTED_MODULE_3__/* .hasEnded */ .hY)(seen.status))
            return ended();
    }
    trouble ??= { text: 'There was no time left to cancel the run.' };
    return { stop: { kind: 'failed', trouble }, run: seen };
}
/** Did the call succeed? Throws unexpected errors. */
async function succeeds(call) {
    try {
        await call;
        return true;
    }
    catch (error) {
        (0,_calls_js__WEBPACK_IMPORTED_MODULE_2__/* .hexErrorOf */ .Ld)(error);
        return false;
    }
}
/** The wait that the response asks for, or else a short one. */
function backoffMs(failure, tries, random) {
    if (failure.kind === 'refused' && failure.askedWaitMs !== undefined)
        return failure.askedWaitMs;
    return Math.min((0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retryWaitMs */ .Ko)(failure, tries, random), maxBackoffMs);
}


/***/ }),

/***/ 8236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ createJobRuns)
/* harmony export */ });
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7094);

/** Hex usually responds to a start within a second. Other steps don't wait longer for one that hangs. */
const patienceMs = 10_000;
/** Wait between two tries to claim the project, with jitter so that two processes don't keep colliding. */
const retryMs = { min: 100, jitter: 200 };
/** @param neighbours undefined without a shared folder. This process is then the only one. */
function createJobRuns(clock, random, neighbours) {
    const patiently = createPatiently(clock, random);
    const own = new Set();
    const polled = [];
    const last = new Map();
    return {
        inTurn(projectId, work, { untilMs, signal }) {
            const begun = new AbortController();
            const late = (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(clock, untilMs - clock.now(), signal, begun.signal);
            let isLate = false;
            const begin = async () => {
                if (isLate || signal.aborted || clock.now() >= untilMs)
                    return undefined;
                begun.abort();
                const { turn, end } = openTurn(projectId, clock, patiently, neighbours);
                try {
                    return await work(turn);
                }
                catch (error) {
                    // An unexpected error can hide that a start was sent.
                    turn.lost();
                    throw error;
                }
                finally {
                    end();
                }
            };
            const done = (last.get(projectId) ?? Promise.resolve()).then(begin, begin);
            last.set(projectId, done);
            return late.then(() => {
                isLate = !begun.signal.aborted;
                return isLate ? undefined : done;
            });
        },
        add(runId) {
            if (!own.has(runId))
                neighbours?.add(runId);
            own.add(runId);
        },
        ids: () => new Set([...own, ...(neighbours?.ids() ?? [])]),
        followed: () => new Set([...own, ...(neighbours?.followed() ?? [])]),
        async isQuiet(projectId, untilMs, signal) {
            const isQuiet = () => (neighbours?.isClaimed(projectId) === true ? undefined : true);
            return (await patiently(isQuiet, untilMs, signal)) === true;
        },
        isDisturbed: (projectId) => neighbours?.isDisturbed(projectId) ?? false,
        listings: new Map(),
        beginPolling(projectId) {
            polled.push(projectId);
            return () => {
                polled.splice(polled.indexOf(projectId), 1);
            };
        },
        polledProjects: () => new Set(polled).size,
    };
}
/** Tries until there is a result; undefined after 10 s, at a time, or when a signal is aborted. */
function createPatiently(clock, random) {
    return async (attempt, untilMs, signal) => {
        const lastMs = Math.min(untilMs, clock.now() + patienceMs);
        for (;;) {
            const result = attempt();
            if (result !== undefined || clock.now() >= lastMs || signal.aborted)
                return result;
            const waitMs = retryMs.min + random() * retryMs.jitter;
            await (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(clock, Math.min(waitMs, lastMs - clock.now()), signal);
        }
    };
}
function openTurn(projectId, clock, patiently, neighbours) {
    let claimed;
    let isDisturbing = false;
    const turn = {
        async claim(untilMs, signal) {
            if (neighbours === undefined)
                return 'free';
            // A second claim begins anew, because the first one gets old.
            claimed?.release();
            claimed = undefined;
            let tries = 0;
            const claim = () => {
                tries += 1;
                return neighbours.claim(projectId);
            };
            claimed = await patiently(claim, untilMs, signal);
            if (claimed?.isLost === false)
                return tries === 1 ? 'free' : 'waited';
            // A turn whose time is over starts nothing.
            const goesOn = !signal.aborted && clock.now() < untilMs;
            if (goesOn && !isDisturbing) {
                isDisturbing = true;
                neighbours.disturb(projectId);
            }
            return 'disturbed';
        },
        settle() {
            if (isDisturbing)
                neighbours?.settle(projectId);
            isDisturbing = false;
        },
        lost: () => neighbours?.lost(projectId),
    };
    return { turn, end: () => claimed?.release() };
}


/***/ }),

/***/ 2353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SI: () => (/* binding */ ownRun),
/* harmony export */   hB: () => (/* binding */ readEntry),
/* harmony export */   nT: () => (/* binding */ isOpen)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9368);

/** The facts of a run that the journal keeps. */
function ownRun(projectId, { runId, runUrl }) {
    return { projectId, runId, ...(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutUndefined */ .r$)({ runUrl }) };
}
/** Does this entry leave something to finish? */
function isOpen(entry) {
    return entry !== undefined && entry.phase !== 'settled' && entry.phase !== 'detached';
}
/** Parses the JSON of an entry; undefined for anything else. */
function readEntry(text) {
    const entry = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parsedJson */ .U4)(text);
    return isEntry(entry) ? entry : undefined;
}
function isEntry(value) {
    const entry = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(value);
    const has = (key) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(entry?.[key]) !== undefined;
    const mayHave = (key) => entry?.[key] === undefined || has(key);
    switch (entry?.['phase']) {
        case 'settled':
            return mayHave('projectId') && mayHave('runId');
        case 'detached':
            return has('projectId') && mayHave('runId');
        case 'started':
        case 'cancelling':
            return has('projectId') && has('runId');
        case 'intent':
            return has('projectId');
        default:
            return false;
    }
}


/***/ }),

/***/ 3578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Po: () => (/* binding */ newRunsSince),
/* harmony export */   Xp: () => (/* binding */ searchForRun),
/* harmony export */   vB: () => (/* binding */ searchMs)
/* harmony export */ });
/* unused harmony export candidatesFor */
/* harmony import */ var _clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7094);
/* harmony import */ var _hex_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4027);
/* harmony import */ var _hex_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3380);
/* harmony import */ var _hex_wire_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7925);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9368);
/* harmony import */ var _calls_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1883);
/* harmony import */ var _outcome_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5302);
/* harmony import */ var _recent_runs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2097);








/**
 * Waits between the searches, milliseconds. Hex may create the run after the connection was lost, and may list it later
 * than that. Both take seconds. The last searches find a start that Hex carries out slowly.
 */
const waitsMs = [1_000, 4_000, 5_000, 5_000, 10_000, 10_000, 10_000];
/** No run is adopted earlier than this: the first one that appears may belong to someone else. */
const minSearchMs = 14_000;
/** A run that appears later than this more likely belongs to someone else. */
const maxFirstSeenMs = 20_000;
/** Timeout of one request. Hex usually lists runs within a second. */
const searchRequestTimeoutMs = 8_000;
/** Timeout of one search, with all its pages. */
const searchTimeoutMs = 12_000;
/** Max duration of all searches if Hex does not respond, milliseconds: main has less time, see `afterDeadlineMs`. */
const searchMs = { main: 90_000, post: 150_000 };
/**
 * Searches for the run of a lost start. A run is ours only if it was the only candidate in at least two searches, and a
 * search at least 14 s after the beginning showed no other. Anything less clear is left alone. A search that failed is
 * repeated, because it is no evidence.
 * @param limitMs ends the search with the evidence so far.
 * @param stop ends the search without a result.
 */
async function searchForRun(intent, world, limitMs, stop) {
    const beganAtMs = world.clock.now();
    const isDisturbed = () => world.jobRuns.isDisturbed(intent.projectId);
    const seen = new Map();
    let searches = 0;
    let lastSearchMs = 0;
    let failures = [];
    while (searches < waitsMs.length) {
        const waitMs = waitBeforeSearchMs(searches, failures, world.random());
        if (world.clock.now() + waitMs > beganAtMs + limitMs)
            break;
        await (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(world.clock, waitMs, stop);
        if (stop.aborted)
            return { kind: 'unseen' };
        const elapsedMs = world.clock.now() - beganAtMs;
        const found = await searchOnce(intent, world, stop, beganAtMs + limitMs);
        if (found instanceof _hex_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HexError */ ._W) {
            failures = [...failures, found];
            // The rate limit lasts longer than the search can.
            if ((0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .isOverLimit */ .kM)(found.failure))
                break;
            continue;
        }
        failures = [];
        searches += 1;
        lastSearchMs = elapsedMs;
        for (const candidate of found) {
            const before = seen.get(candidate.run.runId);
            seen.set(candidate.run.runId, {
                ...candidate,
                // Once it was certain that the run was made in time, no later search changes that.
                isNew: candidate.isNew || before?.isNew === true,
                times: (before?.times ?? 0) + 1,
                firstSeenMs: before?.firstSeenMs ?? elapsedMs,
            });
        }
        // Another run of the job may have identified one of them as its own meanwhile.
        for (const runId of world.jobRuns.ids())
            seen.delete(runId);
        world.onEvent({ kind: 'searched', candidates: seen.size });
        if (isDisturbed())
            continue;
        if (seen.size > 1)
            break;
        const [only] = seen.values();
        // A run that has ended can wait for the last search: nothing is active, and another run may still appear.
        const isPressing = only !== undefined && only.times > 1 && !(0,_outcome_js__WEBPACK_IMPORTED_MODULE_5__/* .hasEnded */ .hY)(only.run.status);
        if (isPressing && elapsedMs >= minSearchMs)
            break;
    }
    const [only, another] = seen.values();
    const isUndisturbed = intent.isDisturbed !== true && !isDisturbed();
    if (only !== undefined && another === undefined && isUndisturbed && isOurs(only, lastSearchMs))
        return { kind: 'one', run: only.run };
    if (seen.size > 0 || searches === waitsMs.length)
        return { kind: 'unclear', runs: [...seen.values()].map(({ run }) => run) };
    const last = failures.at(-1);
    return { kind: 'unseen', ...(0,_json_js__WEBPACK_IMPORTED_MODULE_7__/* .withoutUndefined */ .r$)({ trouble: last && (0,_calls_js__WEBPACK_IMPORTED_MODULE_4__/* .troubleOf */ .LH)(last) }) };
}
/**
 * The runs that one search shows as new since the intent; none if it fails. They are only shown to the user, because one
 * search can't tell our run from others.
 */
async function newRunsSince(intent, world, stop) {
    await (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .sleep */ .yy)(world.clock, waitsMs[0] ?? 0, stop);
    const found = await searchOnce(intent, world, stop, world.clock.now());
    const ours = world.jobRuns.ids();
    return found instanceof _hex_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HexError */ ._W
        ? []
        : found.flatMap(({ run }) => (ours.has(run.runId) ? [] : [run]));
}
/** The only candidate for long enough, seen at least twice, certainly new, and listed soon after the start. */
function isOurs({ isNew, times, firstSeenMs }, lastSearchMs) {
    return isNew && times > 1 && firstSeenMs <= maxFirstSeenMs && lastSearchMs >= minSearchMs;
}
async function searchOnce(intent, world, stop, notAfterMs) {
    const { hex, clock } = world;
    // Includes the wait for a rate limit: the limiter rejects only waits that end after `notAfterMs`.
    const limitMs = Math.max(0, notAfterMs - clock.now()) + searchTimeoutMs;
    const { signal, forget } = (0,_clock_js__WEBPACK_IMPORTED_MODULE_0__/* .timeLimit */ .zc)(clock, limitMs, stop);
    try {
        const options = { signal, urgent: true, timeoutMs: searchRequestTimeoutMs, notAfterMs };
        const runs = await (0,_recent_runs_js__WEBPACK_IMPORTED_MODULE_6__/* .listRecentRuns */ .kv)(hex, intent.projectId, options);
        return candidatesFor(intent, runs, hex.serverNow()?.latestMs);
    }
    catch (error) {
        return (0,_calls_js__WEBPACK_IMPORTED_MODULE_4__/* .hexErrorOf */ .Ld)(error);
    }
    finally {
        forget();
    }
}
/** @param failures those since the last search that succeeded. */
function waitBeforeSearchMs(searches, failures, random) {
    const waitMs = waitsMs[searches] ?? 0;
    const last = failures.at(-1);
    if (last === undefined)
        return waitMs;
    // After a rate limit without a time, search again earlier than after the usual minute.
    return Math.max(waitMs, Math.min((0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retryWaitMs */ .Ko)(last.failure, failures.length, random), 30_000));
}
/** Tolerance for differences between the clocks of Hex's hosts. Hex documents no figure. */
const clockToleranceMs = 2_000;
/** RunProject times out after a minute. A run that was created later than this is not from it. */
const maxCreationMs = 75_000;
/**
 * The runs that may be from a start whose response was lost: all that nothing rules out. A run contains nothing of the
 * start that made it, so one candidate is strong evidence, and two are none.
 * @param listedAtMs when the runs were listed, by Hex's clock; undefined if Hex reported no time.
 */
function candidatesFor(intent, runs, listedAtMs) {
    const known = new Set(intent.known);
    // A run that such a list does not show was made after it.
    const hasFreshList = intent.known !== undefined && intent.isKnownStale !== true;
    return runs.flatMap((run) => {
        if (known.has(run.runId))
            return [];
        if (intent.atMs === undefined)
            return [{ run, isNew: hasFreshList }];
        const startedAtMs = Date.parse(run.startTime ?? '');
        if (startedAtMs < intent.atMs - clockToleranceMs)
            return [];
        const madeAtMs = (0,_hex_wire_js__WEBPACK_IMPORTED_MODULE_3__/* .timeInId */ .qt)(run.runId);
        if (madeAtMs !== undefined) {
            const isInTime = madeAtMs >= intent.atMs - clockToleranceMs && madeAtMs <= intent.atMs + maxCreationMs;
            return isInTime ? [{ run, isNew: true }] : [];
        }
        // Nothing shows when this run was made. Without the list from before the start, it may have been pending for long. A
        // run that was first seen, or started, long after our start may have been made at that time.
        const madeByMs = Number.isNaN(startedAtMs) ? listedAtMs : startedAtMs;
        const isLate = madeByMs !== undefined && madeByMs > intent.atMs + maxCreationMs;
        return [{ run, isNew: hasFreshList && !isLate }];
    });
}


/***/ }),

/***/ 2097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ isThrottled),
/* harmony export */   BC: () => (/* binding */ listingLifeMs),
/* harmony export */   Nt: () => (/* binding */ maxPageSize),
/* harmony export */   j2: () => (/* binding */ isNewestFirst),
/* harmony export */   kv: () => (/* binding */ listRecentRuns),
/* harmony export */   pN: () => (/* binding */ listPages),
/* harmony export */   uR: () => (/* binding */ listBeforeStart)
/* harmony export */ });
/* harmony import */ var _hex_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4027);
/* harmony import */ var _hex_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3380);
/* harmony import */ var _hex_wire_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7925);
/* harmony import */ var _calls_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1883);




/** Hex's largest page (OpenAPI document, mid-2026). */
const maxPageSize = 100;
/** Three pages of active API runs are enough: a user has 25 kernels (API overview). */
const maxActivePages = 3;
/** A list older than this does not show what others have started since. */
const listingLifeMs = 3_000;
/**
 * Lists the runs before a start. It may fail: it serves the estimate, and finding a lost run. It never waits for
 * the limit of reads, which is not the limit of starts. One response serves all runs of a project in this process.
 */
function listBeforeStart(plan, world) {
    const atMs = world.clock.now();
    const known = world.jobRuns.listings.get(plan.projectId);
    if (known !== undefined && atMs - known.atMs <= listingLifeMs)
        return known.listing;
    const listing = readListing(plan, world, atMs);
    world.jobRuns.listings.set(plan.projectId, { atMs, listing });
    return listing;
}
async function readListing(plan, world, atMs) {
    try {
        const options = { signal: world.abort.signal, timeoutMs: 10_000, notAfterMs: atMs };
        return { runs: await listRecentRuns(world.hex, plan.projectId, options), atMs };
    }
    catch (error) {
        return { atMs: world.clock.now(), isThrottled: isThrottled((0,_calls_js__WEBPACK_IMPORTED_MODULE_3__/* .hexErrorOf */ .Ld)(error).failure) };
    }
}
/** Hex's rate limit, or our own limiter: another request now would fail too. */
function isThrottled(failure) {
    return (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .isOverLimit */ .kM)(failure) || (0,_hex_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .isRateLimit */ .a5)(failure);
}
/**
 * The project's recent API-triggered runs, including all active ones. The order of GetProjectRuns is not documented. If a
 * full page may contain the oldest runs, the active ones are listed by status, which finds a new run in any order.
 */
async function listRecentRuns(hex, projectId, options) {
    const filter = { limit: maxPageSize, trigger: 'API' };
    const page = await hex.getProjectRuns(projectId, filter, options);
    if (!page.hasNextPage || isNewestFirst(page.runs))
        return page.runs.filter(isApiRun);
    const found = new Map(page.runs.map((run) => [run.runId, run]));
    for (const status of ['PENDING', 'RUNNING']) {
        const { runs, isComplete } = await listPages(maxActivePages, (paging) => hex.getProjectRuns(projectId, { ...paging, trigger: 'API', status }, options));
        // In an incomplete list, someone else's run could look like the only new one.
        if (!isComplete) {
            throw new _hex_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HexError */ ._W({
                operation: 'GetProjectRuns',
                method: 'GET',
                path: `/v1/projects/${projectId}/runs`,
                failure: { kind: 'unreadable', status: 200 },
                words: `The project has more than ${runs.length} runs with the status ${status}.`,
                remedy: '',
            });
        }
        for (const run of runs)
            found.set(run.runId, run);
    }
    return [...found.values()].filter(isApiRun);
}
/**
 * Lists runs page by page.
 * @param isEnough whether the first page makes the others unnecessary.
 */
async function listPages(maxPages, read, isEnough = () => false) {
    const found = new Map();
    for (let pages = 1;; pages += 1) {
        const page = await read({ limit: maxPageSize, offset: (pages - 1) * maxPageSize });
        for (const run of page.runs)
            found.set(run.runId, run);
        const isComplete = !page.hasNextPage || (pages === 1 && isEnough(page.runs));
        if (isComplete || pages === maxPages)
            return { runs: [...found.values()], pages, isComplete };
    }
}
/**
 * No source states the order of GetProjectRuns. A page is newest first when its times never rise, be it those of the
 * ids or those of the starts, which differ where runs were queued.
 */
function isNewestFirst(runs) {
    const ids = runs.flatMap(({ runId }) => (0,_hex_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .timeInId */ .qt)(runId) ?? []);
    const starts = runs.flatMap(({ startTime }) => startTime === undefined ? [] : Date.parse(startTime));
    return [ids, starts].some((times) => 
    // A few known times among many unknown ones prove nothing.
    times.length * 2 > runs.length &&
        times.every((time, at) => time <= (times[at - 1] ?? time)) &&
        (times[0] ?? 0) > (times.at(-1) ?? 0));
}
function isApiRun(run) {
    return (0,_hex_wire_js__WEBPACK_IMPORTED_MODULE_2__/* .hasTrigger */ .vl)(run, 'API');
}


/***/ }),

/***/ 1291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ openNeighbours)
/* harmony export */ });
/* harmony import */ var _handover_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1500);

/**
 * The claim of a process on a project is in `<project id>.<mark>.claim`, and a start of it whose result stayed unknown in
 * `<project id>.<mark>.lost`. Both contain their time. Its other facts are in `<mark>.runs`.
 */
const claimEnding = '.claim';
const lostEnding = '.lost';
const runsEnding = '.runs';
/**
 * So long after a claim, its start has had its effect, if any: listing the runs takes at most 70 s, and Hex creates a run
 * within 75 s of the request (`maxCreationMs` in src/run/lookup.ts). Twice that.
 */
const effectMs = 300_000;
/**
 * The other processes of this job that use the same token: parallel steps and their post steps. They exchange signed files
 * in RUNNER_TEMP. Each process writes only its own files, so no locks are needed. To claim a project, a process writes its
 * claim, then checks for other claims, and withdraws if there is one. So of two that claim at the same time, at least one
 * sees the other. A process that was killed leaves its claim, which blocks nobody. Implements `Neighbours` of
 * src/run/job-runs.ts.
 * @param mark identifies this process (`ownMark`).
 */
function openNeighbours(folder, mark, clock, isAlive = _handover_js__WEBPACK_IMPORTED_MODULE_0__/* .isRunning */ .W_) {
    if (folder === undefined)
        return undefined;
    let notes;
    const note = (line) => {
        // If this fails, the other processes know less, so after a lost response they report a run instead of adopting it.
        notes ??= folder.create(`${mark}${runsEnding}`);
        notes?.add(line);
    };
    const linesOfOthers = (isWanted = () => true) => folder
        .names(runsEnding)
        .map((name) => name.slice(0, -runsEnding.length))
        .filter((other) => other !== mark && isWanted(other))
        .map((other) => folder.read(`${other}${runsEnding}`));
    const runIdsIn = (files) => files.flat().flatMap((line) => /^run (\S+)$/.exec(line)?.[1] ?? []);
    /** The processes whose files on the project have this ending, and whether a start from that time can still have an effect. */
    const claimsIn = (ending, projectId) => folder.names(ending).flatMap((name) => {
        const [project, by = ''] = name.split('.');
        const [atMs] = folder.read(name);
        if (project !== projectId || atMs === undefined)
            return [];
        return [{ by, isRecent: clock.now() - Number(atMs) < effectMs }];
    });
    const claimsOn = (projectId) => {
        const others = claimsIn(claimEnding, projectId).filter(({ by }) => by !== mark);
        const lost = claimsIn(lostEnding, projectId);
        return {
            isClaimed: others.some(({ by }) => isAlive(by)),
            // A process that was killed with its claim may have sent a start, whose run can still appear.
            isLost: [...others, ...lost].some(({ isRecent }) => isRecent),
        };
    };
    const isDisturbed = (projectId, isWanted) => linesOfOthers(isWanted).some((lines) => {
        const count = (what) => lines.filter((each) => each === `${what} ${projectId}`).length;
        return count('disturb') > count('settle');
    });
    const nameOf = (projectId, ending) => `${projectId}.${mark}${ending}`;
    return {
        claim(projectId) {
            if (claimsOn(projectId).isClaimed)
                return undefined;
            const name = nameOf(projectId, claimEnding);
            folder.replace(name, String(clock.now()));
            const release = () => folder.remove(name);
            const { isClaimed, isLost } = claimsOn(projectId);
            if (!isClaimed)
                return { release, isLost };
            release();
            return undefined;
        },
        isClaimed: (projectId) => claimsOn(projectId).isClaimed || isDisturbed(projectId, isAlive),
        lost: (projectId) => folder.replace(nameOf(projectId, lostEnding), String(clock.now())),
        disturb: (projectId) => note(`disturb ${projectId}`),
        settle: (projectId) => note(`settle ${projectId}`),
        isDisturbed,
        add: (runId) => note(`run ${runId}`),
        ids: () => runIdsIn(linesOfOthers()),
        followed: () => runIdsIn(linesOfOthers(isAlive)),
    };
}


/***/ })

};
