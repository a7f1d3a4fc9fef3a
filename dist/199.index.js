export const id = 199;
export const ids = [199];
export const modules = {

/***/ 8199:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openWantedReports: () => (/* binding */ openWantedReports)
});

// UNUSED EXPORTS: pictureAddress, withFileNames

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/clock.js
var build_clock = __webpack_require__(7094);
// EXTERNAL MODULE: ./build/github/call.js
var call = __webpack_require__(2111);
;// CONCATENATED MODULE: ./build/github/branch-files.js


const dayMs = 86_400_000;
/** All jobs of a matrix can commit at the same moment, and one of them succeeds per round. */
const maxTries = 20;
/**
 * Commits files to a branch without a checkout. Creates the branch without a history if it is missing. Updates are
 * fast-forward only, so no commit of another job is lost: whoever comes second commits again on top of the first.
 *
 * Files are in one folder per day. Folders of days older than `keepDays` are left out of the commit.
 * @param signal aborts when the time for the report is up.
 * @returns the new commit, and the paths of the files in it, in their order.
 */
async function commitFiles(repository, request, { clock, random }, signal) {
    const { branch, folder, message } = request;
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    const paths = request.files.map(({ path }) => `${folder}/${day}/${path}`);
    const entries = [];
    for (const { path, bytes } of request.files) {
        entries.push({ path, mode: '100644', type: 'blob', sha: await repository.createBlob(bytes) });
    }
    for (let tries = 1;; tries += 1) {
        const tip = await repository.branchTip(branch);
        const tree = await treeOn(repository, tip, { ...request, day, entries });
        const sha = await repository.createCommit(message, tree, tip);
        try {
            if (tip === undefined)
                await repository.createBranch(branch, sha);
            else
                await repository.moveBranch(branch, sha);
            return { sha, paths };
        }
        catch (error) {
            if (await isOnBranch(repository, branch, sha, error))
                return { sha, paths };
            if (tries >= maxTries || signal.aborted)
                throw error;
            // Random, so that jobs that collided don't collide again.
            await (0,build_clock/* sleep */.yy)(clock, random() * Math.min(2_000, 200 * tries), signal);
        }
    }
}
/**
 * Did the commit arrive despite the error? A branch that moved meanwhile, and a lost response to a commit that did not
 * arrive, are reasons to try again. Anything else is rethrown.
 */
async function isOnBranch(repository, branch, sha, error) {
    const failure = (0,call/* gitHubErrorOf */.r9)(error);
    if (failure.status === 422 && /fast.forward|already exists|does not exist/i.test(failure.words))
        return false;
    if (!failure.mayHaveHappened)
        throw failure;
    return (await repository.branchTip(branch)) === sha;
}
/** Creates the branch's tree with the new files and without old days, from the innermost folder out. */
async function treeOn(repository, tip, { folder, keepDays, day, entries }) {
    const root = tip === undefined ? undefined : await repository.treeOfCommit(tip);
    const top = root === undefined ? [] : await repository.getTree(root);
    const own = top.find(({ path, type }) => path === folder && type === 'tree');
    const days = own === undefined ? [] : await repository.getTree(own.sha);
    const today = days.find(({ path }) => path === day);
    const newDay = await repository.createTree(entries, today?.sha);
    const kept = days.filter(({ path }) => path !== day && !isExpired(path, day, keepDays));
    const newOwn = await repository.createTree([...kept, folderEntry(day, newDay)], undefined);
    return repository.createTree([folderEntry(folder, newOwn)], root);
}
/** Folders whose name is not a date belong to someone else and are kept. */
function isExpired(folder, today, keepDays) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(folder))
        return false;
    return (Date.parse(today) - Date.parse(folder)) / dayMs > keepDays;
}
function folderEntry(path, sha) {
    return { path, mode: '040000', type: 'tree', sha };
}
/** Why pictures can't be committed to a branch, in one sentence; undefined if they can. */
async function whyNotBranch(repository, branch, branchesAtWork) {
    const atWork = branchesAtWork.includes(branch);
    if (!atWork && (await repository.defaultBranch()) !== branch)
        return undefined;
    return `'${branch}' looks like a development branch. Set 'charts-branch' to a separate branch, for example "hex-charts".`;
}

// EXTERNAL MODULE: ./build/github/job.js
var github_job = __webpack_require__(7249);
// EXTERNAL MODULE: ./build/json.js
var json = __webpack_require__(9368);
// EXTERNAL MODULE: ./build/plain-text.js
var plain_text = __webpack_require__(8046);
// EXTERNAL MODULE: ./build/report/overview.js
var overview = __webpack_require__(7108);
// EXTERNAL MODULE: ./build/report/words.js
var words = __webpack_require__(4702);
// EXTERNAL MODULE: ./build/run/calls.js
var calls = __webpack_require__(1883);
;// CONCATENATED MODULE: ./build/run/chart-pictures.js


/**
 * Exports charts of the runs that completed, because Hex has pictures of those only. With several projects, each chart is
 * taken from every run of the project that has it.
 */
async function takePictures(charts, outcomes, world) {
    const completed = outcomes.filter(({ reason }) => reason === 'completed');
    // The client's limiter spreads the requests if there are many.
    const taken = await Promise.all(charts.map((chart) => takeOne(chart, completed, world)));
    return {
        pictures: taken.flatMap(({ pictures }) => pictures),
        complaints: taken.flatMap(({ complaint }) => complaint ?? []),
    };
}
async function takeOne(chart, outcomes, world) {
    const pictures = [];
    /** Projects without this chart. A static id is in at most one project, so the others get one request each. */
    const without = new Set();
    let missing;
    let failed;
    for (const outcome of outcomes) {
        const { run, projectId } = outcome;
        if (run === undefined || without.has(projectId))
            continue;
        const exported = await exportChart(chart, projectId, run.runId, world);
        if (exported instanceof Uint8Array)
            pictures.push({ chart, outcome, bytes: exported });
        else if (exported.isMissing) {
            without.add(projectId);
            missing ??= exported.complaint;
        }
        else
            failed = exported.complaint;
    }
    // A project without this chart is not a problem if another project has it.
    const complaint = failed ?? (pictures.length === 0 ? missing : undefined);
    return { pictures, ...(0,json/* withoutUndefined */.r$)({ complaint }) };
}
/** Exports one chart, or says why it has no picture, and whether the project doesn't have the chart. */
async function exportChart({ name, staticId }, projectId, runId, world) {
    const { hex, size, signal, untilMs } = world;
    const none = (why, isMissing = false) => ({
        isMissing,
        complaint: `Could not export chart '${name}': ${why}`,
    });
    try {
        const options = { signal, notAfterMs: untilMs };
        const image = await (0,calls/* withRetries */.c5)(world, untilMs, () => hex.getChartImageFromRun(projectId, runId, { staticId, ...size }, options));
        return pngIn(image) ?? none('The response is not a PNG image.');
    }
    catch (error) {
        const { failure, message } = (0,calls/* hexErrorOf */.Ld)(error);
        const status = failure.kind === 'refused' ? failure.status : 0;
        const remedy = [400, 404, 422].includes(status)
            ? ' Only chart cells can be exported. Use the static ID of a chart cell in the published version.'
            : '';
        return none(`${message}${remedy}`, status === 404);
    }
}
/** The first bytes of every PNG, and the type of its first chunk (PNG specification §5.2, §5.3). */
const pngSignature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** The bytes if they are a PNG, whatever the response calls them. They are written to disk and published. */
function pngIn({ base64 }) {
    const bytes = Buffer.from(base64, 'base64');
    const isPng = bytes.length > 33 &&
        bytes.subarray(0, 8).equals(pngSignature) &&
        bytes.toString('latin1', 12, 16) === 'IHDR';
    return isPng ? bytes : undefined;
}

// EXTERNAL MODULE: ./build/runner/files.js
var files = __webpack_require__(8704);
// EXTERNAL MODULE: ./build/actions/state.js
var state = __webpack_require__(6037);
// EXTERNAL MODULE: ./build/actions/step.js + 8 modules
var actions_step = __webpack_require__(1309);
// EXTERNAL MODULE: ./build/actions/reports/check-and-comment.js + 1 modules
var check_and_comment = __webpack_require__(9529);
// EXTERNAL MODULE: ./build/actions/reports/context.js + 1 modules
var reports_context = __webpack_require__(838);
;// CONCATENATED MODULE: ./build/actions/reports/open.js















/**
 * Opens the reports that the inputs ask for. GitHub's client is loaded when one of them first needs it.
 * @param runs help to distinguish this use of the action from others.
 */
async function openWantedReports(inputs, runs, step) {
    const { runner } = step;
    const { matrixLeg, reportKey, gitHubToken, checkName, prComment, chartsBranch } = inputs;
    (0,actions_step/* maskToken */.gg)(runner, gitHubToken);
    const wantsGitHub = prComment || checkName !== undefined || chartsBranch !== undefined;
    const job = wantsGitHub ? (0,github_job/* readJob */.cd)(runner.env, await (0,files/* readEvent */.j_)(runner.env)) : undefined;
    if (wantsGitHub && job === undefined) {
        runner.annotate('warning', 'GitHub reports not posted', 'GITHUB_REPOSITORY is not set. Run this action in a GitHub Actions workflow.');
    }
    const use = {
        key: (0,github_job/* useKeyOf */.s)(runner.env, { matrixLeg, reportKey, runs }),
        mark: (0,external_node_crypto_.randomBytes)(8).toString('hex'),
    };
    if (job !== undefined)
        runner.saveState(state/* useStateName */.ks, (0,state/* writeUse */.rE)(use));
    const context = job === undefined
        ? undefined
        : (0,reports_context/* openContext */.eA)(step, { job, use, gitHubToken, pullNumber: inputs.prNumber });
    const check = context === undefined || checkName === undefined ? undefined : (0,check_and_comment/* openCheck */.Xq)(context, checkName);
    return {
        /** A run exists: creates the check run. Returns at once. */
        started: (run) => check?.started(run),
        /** Gets pictures of charts while the connection to Hex is open, and commits them if `charts-branch` is set. */
        async charts(outcomes, hex) {
            const { pictures, paths } = await saveCharts(inputs, outcomes, hex, step);
            return {
                /** The files on the runner, for the `chart-paths` output. */
                paths,
                /** Those that reports can show. */
                shown: context === undefined ? [] : await showCharts(context, pictures, inputs),
            };
        },
        /** All runs have ended: completes the check run and writes the comment. */
        async ended(outcomes, shown) {
            await Promise.all([
                check?.ended(outcomes, shown),
                context !== undefined && prComment
                    ? (0,check_and_comment/* writeComment */.HF)(context, (0,overview/* overviewOf */.bq)(outcomes, shown))
                    : undefined,
            ]);
        },
    };
}
/** 20 charts can have to wait for the next minute of Hex's rate limit. */
const exportMs = 120_000;
/** Annotations for charts. GitHub keeps ten warnings per step. */
const maxWarnings = 4;
/** Gets the pictures of the charts and writes them to the runner's temporary folder. Returns both. Never throws. */
async function saveCharts({ charts, chartSize, chartTitles }, outcomes, hex, step) {
    const { runner, clock, abort } = step;
    // A cancelled job has no time for pictures.
    if (charts.length === 0 || abort.signal.aborted)
        return { pictures: [], paths: [] };
    const untilMs = clock.now() + exportMs;
    const { signal, forget } = (0,build_clock/* timeLimit */.zc)(clock, exportMs, abort.signal);
    try {
        const size = { ...chartSize, ...(0,json/* withoutUndefined */.r$)({ includeTitle: chartTitles }) };
        const calls = { ...step, hex, onEvent: () => undefined };
        const taken = await takePictures(charts, outcomes, { ...calls, size, signal, untilMs });
        warn(step, taken.complaints);
        const pictures = withFileNames(taken.pictures);
        const folder = (0,external_node_path_.join)(runner.env['RUNNER_TEMP'] ?? '.', 'hex-charts');
        const paths = [];
        for (const { outcome, fileName, bytes } of pictures) {
            paths.push(await (0,files/* writeFileIn */.Fq)((0,external_node_path_.join)(folder, outcome.run?.runId ?? ''), fileName, bytes));
        }
        if (paths.length > 0)
            runner.group(`Charts: ${paths.length} saved`, paths);
        return { pictures, paths };
    }
    catch (error) {
        warn(step, [(0,plain_text/* messageOf */.bD)(error)]);
        return { pictures: [], paths: [] };
    }
    finally {
        forget();
    }
}
/** Commits pictures to the user's branch. Returns them with their URLs; an empty list if that failed. */
async function showCharts(context, pictures, { chartsBranch: branch, chartsKeepDays: keepDays }) {
    if (branch === undefined || pictures.length === 0)
        return [];
    const { job, runner } = context;
    const shown = await (0,reports_context/* bestEffort */.z$)(context, reports_context/* reportKinds */.eL.branch, async (time) => {
        const repository = await context.repository(time);
        const complaint = await whyNotBranch(repository, branch, job.branches);
        if (complaint !== undefined)
            throw new Error(complaint);
        const files = pictures.map(({ outcome, fileName, bytes }) => ({
            path: `${outcome.run?.runId}/${fileName}`,
            bytes,
        }));
        const message = `Charts from workflow run ${job.runNumber}\n\nCommitted by ${(0,github_job/* repositoryUrl */.Ek)(job)}/actions/runs/${job.runId}. [skip ci]\n`;
        const request = { branch, folder: 'hex-charts', files, message, keepDays };
        const { sha, paths } = await commitFiles(repository, request, context, time.signal);
        runner.line(`Charts: committed to ${branch} as ${sha.slice(0, 7)}`);
        return pictures.map((picture, index) => ({
            ...picture,
            address: pictureAddress((0,github_job/* repositoryUrl */.Ek)(job), sha, paths[index] ?? ''),
        }));
    });
    return shown ?? [];
}
function warn({ runner }, complaints) {
    const annotations = (0,words/* annotationsWithin */.cK)(maxWarnings, complaints, (line) => (0,words/* annotation */.w7)('warning', 'Chart not exported', line), (rest) => (0,words/* annotation */.w7)('warning', `${rest.length} more charts`, ...rest));
    (0,actions_step/* annotateAll */.u6)(runner, annotations);
}
/** Gives every picture a file name that is readable, safe on every system, and unique in its run's folder. */
function withFileNames(pictures) {
    const used = new Set();
    return pictures.map((picture) => {
        const folder = picture.outcome.run?.runId ?? '';
        const stem = fileStem(picture.chart.name);
        let fileName = `${stem}.png`;
        for (let number = 2; used.has(`${folder}/${fileName}`); number += 1)
            fileName = `${stem}-${number}.png`;
        used.add(`${folder}/${fileName}`);
        return { ...picture, fileName };
    });
}
/** `Umsatz (netto) – EMEA` becomes `umsatz-netto-emea`. */
function fileStem(name) {
    const plain = name
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-');
    const stem = [...plain]
        .slice(0, 60)
        .join('')
        .replace(/^-+|-+$/g, '');
    if (stem === '')
        return 'chart';
    // Windows reserves these names for devices, with any extension.
    return /^(con|prn|aux|nul|com\d|lpt\d)$/.test(stem) ? `chart-${stem}` : stem;
}
/** The URL of a committed picture. It also works in private repositories, for readers with access. */
function pictureAddress(repositoryUrl, sha, path) {
    const encoded = path.split('/').map(encodeURIComponent).join('/');
    return `${repositoryUrl}/blob/${sha}/${encoded}?raw=true`;
}


/***/ })

};
