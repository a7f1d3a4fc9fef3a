export const id = 325;
export const ids = [325];
export const modules = {

/***/ 6680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ openCheck),
/* harmony export */   o: () => (/* binding */ finishCheck)
/* harmony export */ });
/* harmony import */ var _github_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7307);
/* harmony import */ var _report_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7619);
/* harmony import */ var _report_report_trouble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5411);
/* harmony import */ var _check_state_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5644);
/* harmony import */ var _scene_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6877);





function openCheck(scene, name) {
    let begun;
    return {
        started(run) {
            begun ??= begin(scene, name, run);
        },
        async ended(outcomes, pictures) {
            const before = await begun;
            if (before?.kind === 'failed')
                return;
            await (0,_scene_js__WEBPACK_IMPORTED_MODULE_3__/* .bestEffort */ .z)(scene, _report_report_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .reportKinds */ .e.check, async (time) => {
                const check = before?.check ?? (await newCheck(scene, name, time));
                const report = (0,_report_check_js__WEBPACK_IMPORTED_MODULE_1__/* .endedCheck */ .TN)(outcomes, pictures);
                const { conclusion, title } = report;
                // From here on the post step would know the verdict; when this succeeds, it has nothing left to do.
                keep(scene, { ...check, verdict: { conclusion, title } });
                await completeCheck(await scene.repository(), check, report, time);
                scene.runner.saveState(_check_state_js__WEBPACK_IMPORTED_MODULE_4__/* .checkStateName */ .H, '');
            });
        },
    };
}
/** Completes a check run, whether or not its id is known, and makes it where it never came to be. */
async function completeCheck(repository, check, report, time) {
    const fields = fieldsOf(check, report);
    if (check.id !== undefined) {
        await repository.updateCheckRun(check.id, fields, time);
        return;
    }
    const { name, headSha, externalId } = check;
    const found = await repository.findCheckRuns(headSha, name, externalId, time);
    if (found.length === 0)
        await repository.createCheckRun(headSha, fields, time);
    for (const { id } of found)
        await repository.updateCheckRun(id, fields, time);
}
/**
 * In the post step: completes what main left open. Main may run beside post and complete it itself (in a job
 * container), so GitHub is asked first; what has a verdict keeps it.
 */
async function finishCheck(repository, check, report, time) {
    const { name, headSha, externalId } = check;
    const listed = await repository.findCheckRuns(headSha, name, externalId, time);
    const known = check.id === undefined ? [] : [{ id: check.id, isCompleted: false }];
    for (const { id, isCompleted } of listed.length > 0 ? listed : known)
        if (!isCompleted)
            await repository.updateCheckRun(id, fieldsOf(check, report), time);
}
async function begin(scene, name, run) {
    const begun = await (0,_scene_js__WEBPACK_IMPORTED_MODULE_3__/* .bestEffort */ .z)(scene, _report_report_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .reportKinds */ .e.check, async (time) => {
        const check = {
            ...(await newCheck(scene, name, time)),
            ...(run.runUrl === undefined ? {} : { runUrl: run.runUrl }),
        };
        keep(scene, check);
        const repository = await scene.repository();
        try {
            const fields = fieldsOf(check, (0,_report_check_js__WEBPACK_IMPORTED_MODULE_1__/* .startedCheck */ .k4)(run));
            const open = { ...check, id: await repository.createCheckRun(check.headSha, fields, time) };
            keep(scene, open);
            return { kind: 'open', check: open };
        }
        catch (error) {
            // A lost answer leaves the id unknown; the end looks for it, and until then nothing is wrong.
            if (error instanceof _github_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y && error.mayHaveHappened)
                return { kind: 'open', check };
            scene.runner.saveState(_check_state_js__WEBPACK_IMPORTED_MODULE_4__/* .checkStateName */ .H, '');
            throw error;
        }
    });
    return begun ?? { kind: 'failed' };
}
function keep({ runner }, check) {
    runner.saveState(_check_state_js__WEBPACK_IMPORTED_MODULE_4__/* .checkStateName */ .H, JSON.stringify(check));
}
async function newCheck({ subject, job }, name, time) {
    const { headSha } = await subject(time);
    return { name, headSha, externalId: `${job.runId}-${job.runAttempt}-${job.useKey}` };
}
function fieldsOf({ name, externalId }, report) {
    const status = report.conclusion === undefined ? 'in_progress' : 'completed';
    return { name, externalId, status, ...report };
}


/***/ }),

/***/ 6877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ bestEffort),
  H: () => (/* binding */ openScene)
});

// EXTERNAL MODULE: ./build/clock.js
var build_clock = __webpack_require__(7094);
// EXTERNAL MODULE: ./build/github/errors.js
var errors = __webpack_require__(7307);
// EXTERNAL MODULE: ./build/github/exchange.js
var exchange = __webpack_require__(6545);
// EXTERNAL MODULE: ./build/hex/checks.js
var checks = __webpack_require__(1881);
;// CONCATENATED MODULE: ./build/github/retry.js

/**
 * How long to wait before a failed request is sent again, in milliseconds; undefined when it must not be.
 * GitHub refuses what passes a limit before it does anything, so every request may repeat that. After a 5xx or
 * no answer at all the request may have had its effect, and only what may happen twice is repeated.
 * @param tries how many tries have failed, from 1.
 */
function waitBeforeRepeatMs(failure, repeatable, tries, nowMs) {
    if (!('status' in failure))
        return repeatable ? backoffMs(tries) : undefined;
    if (failure.status === 403 || failure.status === 429)
        return limitWaitMs(failure, nowMs);
    return failure.status >= 500 && repeatable ? backoffMs(tries) : undefined;
}
/** A 403 is a limit only when it says so ("Best practices for using the REST API" of GitHub's docs). */
function limitWaitMs({ status, headers, data }, nowMs) {
    const retryAfter = headers['retry-after'] ?? '';
    if (/^\d+$/.test(retryAfter))
        return Number(retryAfter) * 1_000;
    const reset = headers['x-ratelimit-reset'] ?? '';
    if (headers['x-ratelimit-remaining'] === '0' && /^\d+$/.test(reset)) {
        return Math.max(1_000, Number(reset) * 1_000 - nowMs);
    }
    const isSecondary = /secondary rate limit/i.test((0,checks/* asText */.e1)((0,checks/* asRecord */.qY)(data)?.['message']) ?? '');
    return isSecondary || status === 429 ? 60_000 : undefined;
}
function backoffMs(tries) {
    return 500 * 2 ** (tries - 1);
}

;// CONCATENATED MODULE: ./build/github/call.js




/** GitHub answers within a second or so; a request that takes longer than this is better made anew. */
const attemptMs = 10_000;
const mostTries = 4;
/** Makes calls to GitHub's API within their time. Every failure is a GitHubError. */
function createCaller(send, clock) {
    return async (call) => {
        for (let tries = 1;; tries += 1) {
            const reply = await attempt(send, clock, call);
            if ('status' in reply && reply.status >= 200 && reply.status < 300)
                return reply;
            const waitMs = waitBeforeRepeatMs(reply, call.repeatable, tries, clock.now());
            const inTime = waitMs !== undefined && clock.now() + waitMs < call.time.untilMs();
            if (!inTime || tries >= mostTries || call.time.signal.aborted) {
                throw new errors/* GitHubError */.y(pathOf(call), reply);
            }
            await (0,build_clock/* sleep */.y)(clock, waitMs, call.time.signal);
        }
    };
}
async function attempt(send, clock, { route, parameters, time }) {
    if (time.signal.aborted || clock.now() >= time.untilMs()) {
        return new exchange/* NoReply */.I('There was no time left for it.');
    }
    const controller = new AbortController();
    const end = () => controller.abort();
    const forget = clock.after(attemptMs, end);
    time.signal.addEventListener('abort', end);
    try {
        return await send({ route, parameters, signal: controller.signal });
    }
    catch (error) {
        if (!(error instanceof exchange/* NoReply */.I))
            throw error;
        return controller.signal.aborted ? new exchange/* NoReply */.I('No answer came in time.') : error;
    }
    finally {
        forget();
        time.signal.removeEventListener('abort', end);
    }
}
/** The route with its parameters in it, for the reader of an error. */
function pathOf({ route, parameters }) {
    return route.replaceAll(/\{(\w+)\}/g, (whole, name) => String(parameters[name] ?? whole));
}

// EXTERNAL MODULE: ./build/github/job.js
var github_job = __webpack_require__(9630);
;// CONCATENATED MODULE: ./build/github/pull-request.js

/**
 * Finds the pull request and the commit. Asks GitHub only for what the event's payload leaves out.
 * @param given a number that the user gave; it counts before the event.
 */
async function findSubject(job, given, repository, time) {
    const inEvent = (0,github_job/* pullInEvent */.$A)(job);
    if (given !== undefined && !(inEvent.kind === 'pull' && inEvent.number === given)) {
        return subjectOf(await repository.getPull(given, time));
    }
    switch (inEvent.kind) {
        case 'pull':
            return inEvent.headSha === undefined
                ? subjectOf(await repository.getPull(inEvent.number, time))
                : { pullNumber: inEvent.number, headSha: inEvent.headSha };
        case 'branch': {
            // Two pull requests may come from one branch; the one at this commit is meant, and no other is.
            const pulls = await repository.pullsFrom(inEvent.owner, inEvent.branch, time);
            const pull = pulls.find(({ headSha }) => headSha === inEvent.headSha);
            return {
                headSha: inEvent.headSha,
                ...(pull === undefined ? {} : { pullNumber: pull.number }),
            };
        }
        case 'none':
            return { headSha: (0,github_job/* commitOfEvent */.LG)(job) };
    }
    return inEvent;
}
function subjectOf({ number, headSha }) {
    return { pullNumber: number, headSha };
}

;// CONCATENATED MODULE: ./build/github/repository.js


const root = '/repos/{owner}/{repo}';
/** The repository's endpoints over a caller. Every failure is a GitHubError. */
function openRepository(call, { owner, repo, graphqlUrl }) {
    /** Reading, and writing what is named by its content, may be done twice; other POSTs may not. */
    const ask = (route, parameters, time, repeatable = !route.startsWith('POST')) => call({ route, parameters: { owner, repo, ...parameters }, repeatable, time });
    return {
        async defaultBranch(time) {
            const route = `GET ${root}`;
            return textIn(route, await ask(route, {}, time), 'default_branch');
        },
        async viewer(time) {
            const route = `POST ${graphqlUrl}`;
            const parameters = { query: '{ viewer { login } }' };
            const reply = await call({ route, parameters, repeatable: true, time });
            const viewer = (0,checks/* asRecord */.qY)((0,checks/* asRecord */.qY)((0,checks/* asRecord */.qY)(reply.data)?.['data'])?.['viewer']);
            const login = (0,checks/* asText */.e1)(viewer?.['login']);
            if (login === undefined)
                throw new errors/* GitHubError */.y(route, reply);
            return login;
        },
        async getPull(number, time) {
            const route = `GET ${root}/pulls/{pull_number}`;
            const reply = await ask(route, { pull_number: number }, time);
            return known(route, reply, readPull(reply.data));
        },
        async pullsFrom(headOwner, branch, time) {
            const route = `GET ${root}/pulls`;
            const parameters = { head: `${headOwner}:${branch}`, state: 'all', per_page: 100 };
            const { data } = await ask(route, parameters, time);
            const pulls = listOf(data);
            const isOpen = (pull) => (0,checks/* asRecord */.qY)(pull)?.['state'] === 'open';
            return [...pulls.filter(isOpen), ...pulls.filter((pull) => !isOpen(pull))].flatMap((pull) => readPull(pull) ?? []);
        },
        async listComments(pull, page, time) {
            const route = `GET ${root}/issues/{issue_number}/comments`;
            const parameters = { issue_number: pull, per_page: 100, page };
            const { data, headers } = await ask(route, parameters, time);
            return {
                comments: listOf(data).flatMap((comment) => readComment(comment) ?? []),
                hasNext: /rel="next"/.test(headers['link'] ?? ''),
            };
        },
        async createComment(pull, body, time) {
            const route = `POST ${root}/issues/{issue_number}/comments`;
            const reply = await ask(route, { issue_number: pull, body }, time);
            return known(route, reply, readComment(reply.data));
        },
        async updateComment(id, body, time) {
            const route = `PATCH ${root}/issues/comments/{comment_id}`;
            const reply = await ask(route, { comment_id: id, body }, time);
            return known(route, reply, readComment(reply.data));
        },
        async findCheckRuns(headSha, name, externalId, time) {
            const route = `GET ${root}/commits/{ref}/check-runs`;
            const parameters = { ref: headSha, check_name: name, filter: 'all', per_page: 100 };
            const { data } = await ask(route, parameters, time);
            return listOf((0,checks/* asRecord */.qY)(data)?.['check_runs']).flatMap((run) => {
                const record = (0,checks/* asRecord */.qY)(run);
                const id = (0,checks/* asNumber */.i)(record?.['id']);
                return id === undefined || record?.['external_id'] !== externalId
                    ? []
                    : [{ id, isCompleted: record['status'] === 'completed' }];
            });
        },
        async createCheckRun(headSha, fields, time) {
            const route = `POST ${root}/check-runs`;
            const reply = await ask(route, { head_sha: headSha, ...checkRunBody(fields) }, time);
            return known(route, reply, (0,checks/* asNumber */.i)((0,checks/* asRecord */.qY)(reply.data)?.['id']));
        },
        async updateCheckRun(id, fields, time) {
            await ask(`PATCH ${root}/check-runs/{check_run_id}`, { check_run_id: id, ...checkRunBody(fields) }, time);
        },
        async branchTip(branch, time) {
            const route = `GET ${root}/git/ref/{ref}`;
            try {
                const reply = await ask(route, { ref: `heads/${branch}` }, time);
                return known(route, reply, (0,checks/* asText */.e1)((0,checks/* asRecord */.qY)((0,checks/* asRecord */.qY)(reply.data)?.['object'])?.['sha']));
            }
            catch (error) {
                if (error instanceof errors/* GitHubError */.y && error.status === 404)
                    return undefined;
                throw error;
            }
        },
        async createBranch(branch, sha, time) {
            await ask(`POST ${root}/git/refs`, { ref: `refs/heads/${branch}`, sha }, time);
        },
        async moveBranch(branch, sha, time) {
            const route = `PATCH ${root}/git/refs/{ref}`;
            await ask(route, { ref: `heads/${branch}`, sha, force: false }, time);
        },
        async treeOfCommit(sha, time) {
            const route = `GET ${root}/git/commits/{commit_sha}`;
            const reply = await ask(route, { commit_sha: sha }, time);
            return known(route, reply, (0,checks/* asText */.e1)((0,checks/* asRecord */.qY)((0,checks/* asRecord */.qY)(reply.data)?.['tree'])?.['sha']));
        },
        async getTree(sha, time) {
            const { data } = await ask(`GET ${root}/git/trees/{tree_sha}`, { tree_sha: sha }, time);
            return listOf((0,checks/* asRecord */.qY)(data)?.['tree']).flatMap((entry) => readTreeEntry(entry) ?? []);
        },
        async createBlob(bytes, time) {
            const route = `POST ${root}/git/blobs`;
            const content = Buffer.from(bytes).toString('base64');
            return textIn(route, await ask(route, { content, encoding: 'base64' }, time, true), 'sha');
        },
        async createTree(entries, base, time) {
            const route = `POST ${root}/git/trees`;
            const parameters = { tree: entries, ...(base === undefined ? {} : { base_tree: base }) };
            return textIn(route, await ask(route, parameters, time, true), 'sha');
        },
        async createCommit(message, tree, parent, time) {
            const route = `POST ${root}/git/commits`;
            const parameters = { message, tree, parents: parent === undefined ? [] : [parent] };
            return textIn(route, await ask(route, parameters, time, true), 'sha');
        },
    };
}
function checkRunBody(fields) {
    const { name, externalId, status, conclusion, detailsUrl, title, summary } = fields;
    return {
        name,
        external_id: externalId,
        status,
        ...(conclusion === undefined ? {} : { conclusion }),
        ...(detailsUrl === undefined ? {} : { details_url: detailsUrl }),
        output: { title, summary },
    };
}
function readComment(value) {
    const record = (0,checks/* asRecord */.qY)(value);
    const id = (0,checks/* asNumber */.i)(record?.['id']);
    const author = (0,checks/* asText */.e1)((0,checks/* asRecord */.qY)(record?.['user'])?.['login']);
    const url = (0,checks/* asText */.e1)(record?.['html_url']);
    return id === undefined
        ? undefined
        : {
            id,
            body: (0,checks/* asText */.e1)(record?.['body']) ?? '',
            ...(author === undefined ? {} : { author }),
            ...(url === undefined ? {} : { url }),
        };
}
function readPull(value) {
    const record = (0,checks/* asRecord */.qY)(value);
    const number = (0,checks/* asNumber */.i)(record?.['number']);
    const headSha = (0,checks/* asText */.e1)((0,checks/* asRecord */.qY)(record?.['head'])?.['sha']);
    return number === undefined || headSha === undefined ? undefined : { number, headSha };
}
function readTreeEntry(value) {
    const record = (0,checks/* asRecord */.qY)(value);
    const [path, mode] = [(0,checks/* asText */.e1)(record?.['path']), (0,checks/* asText */.e1)(record?.['mode'])];
    const [type, sha] = [(0,checks/* asText */.e1)(record?.['type']), (0,checks/* asText */.e1)(record?.['sha'])];
    return path === undefined || mode === undefined || type === undefined || sha === undefined
        ? undefined
        : { path, mode, type, sha };
}
function textIn(route, reply, name) {
    return known(route, reply, (0,checks/* asText */.e1)((0,checks/* asRecord */.qY)(reply.data)?.[name]));
}
/** A success without what it should hold is not GitHub's: something in between has answered. */
function known(route, reply, value) {
    if (value === undefined)
        throw new errors/* GitHubError */.y(route, { ...reply, data: undefined });
    return value;
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}

// EXTERNAL MODULE: ./build/report/report-trouble.js
var report_trouble = __webpack_require__(5411);
;// CONCATENATED MODULE: ./build/actions/reports/scene.js






/** Long enough for a secondary limit of GitHub's to pass (a minute), short enough not to hold up the job. */
const reportMs = 75_000;
/** Opens the scene. Nothing is loaded and nothing is sent yet. */
function openScene(world, job, gitHubToken, pullNumber) {
    let opened;
    let found;
    const open = async () => {
        if (gitHubToken === '')
            throw new Error("'github-token' is empty.");
        const { connectGitHub } = await __webpack_require__.e(/* import() */ 456).then(__webpack_require__.bind(__webpack_require__, 6456));
        return openRepository(createCaller(await connectGitHub(gitHubToken, job.apiUrl), world.clock), job);
    };
    const repository = () => {
        opened ??= open();
        return opened;
    };
    return {
        ...world,
        job,
        repository,
        async subject(time) {
            const target = await repository();
            found ??= findSubject(job, pullNumber, target, time);
            return found;
        },
    };
}
/** Makes a report within its time. What goes wrong is one warning, and the result is then undefined. */
async function bestEffort({ runner, clock, abort, job }, kind, report) {
    const limit = new AbortController();
    const untilMs = clock.now() + reportMs;
    const forget = clock.after(reportMs, () => limit.abort());
    const time = {
        signal: AbortSignal.any([limit.signal, abort.timeOver('report')]),
        untilMs: () => Math.min(untilMs, abort.endsAtMs('report')),
    };
    try {
        return await report(time);
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const status = error instanceof errors/* GitHubError */.y ? error.status : undefined;
        runner.annotate('warning', kind.title, (0,report_trouble/* reportTrouble */.a)(kind, { message, status }, (0,github_job/* isForkPull */.wG)(job)));
        return undefined;
    }
    finally {
        forget();
    }
}


/***/ }),

/***/ 7307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ gitHubErrorOf),
/* harmony export */   y: () => (/* binding */ GitHubError)
/* harmony export */ });
/* harmony import */ var _hex_checks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1881);
/* harmony import */ var _hex_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5215);


/** A call to GitHub that did not do what it should: what was tried, and what GitHub said. */
class GitHubError extends Error {
    /** Undefined when no answer came. */
    status;
    /** GitHub's own words, or what happened instead of an answer. */
    words;
    constructor(path, failure) {
        const status = failure instanceof Error ? undefined : failure.status;
        const words = failure instanceof Error ? failure.message : wordsOf(failure);
        super(`${path}: ${status === undefined ? '' : `${status}. `}${words}`, failure instanceof Error ? { cause: failure } : {});
        this.name = 'GitHubError';
        this.status = status;
        this.words = words;
    }
    /** May the request have had its effect although no good answer came? */
    get mayHaveHappened() {
        return this.status === undefined || this.status >= 500;
    }
}
/** Lets through only what calls to GitHub throw, so that a fault of ours is never taken for GitHub's. */
function gitHubErrorOf(error) {
    if (error instanceof GitHubError)
        return error;
    throw error;
}
function wordsOf({ data, status }) {
    const message = (0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)((0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(data)?.['message']) ?? '';
    // A 422 says in its list what its message leaves out.
    const errors = (0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(data)?.['errors'];
    const details = Array.isArray(errors)
        ? errors.map((error) => (0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(error) ?? (0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)((0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(error)?.['message']) ?? '')
        : [];
    const words = [message, ...details].filter((text) => text !== '').join(' ');
    return words === ''
        ? status < 300
            ? "Not GitHub's answer."
            : 'GitHub gave no reason.'
        : (0,_hex_words_js__WEBPACK_IMPORTED_MODULE_1__/* .ended */ .v)(words.slice(0, 500));
}


/***/ }),

/***/ 6545:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ NoReply)
/* harmony export */ });
/** No answer came back, or not all of it. */
class NoReply extends Error {
    constructor(message, options) {
        super(message, options);
        this.name = 'NoReply';
    }
}


/***/ }),

/***/ 9630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $A: () => (/* binding */ pullInEvent),
/* harmony export */   Ek: () => (/* binding */ repositoryUrl),
/* harmony export */   LG: () => (/* binding */ commitOfEvent),
/* harmony export */   cd: () => (/* binding */ readJob),
/* harmony export */   wG: () => (/* binding */ isForkPull)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _hex_checks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1881);


/** Reads where we are; undefined outside of GitHub Actions. */
function readJob(env, event, use) {
    const [owner = '', repo = '', ...rest] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
    if (owner === '' || repo === '' || rest.length > 0)
        return undefined;
    const apiUrl = env['GITHUB_API_URL'] || 'https://api.github.com';
    const branches = [
        (0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)((0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)((0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(event)?.['repository'])?.['default_branch']),
        env['GITHUB_HEAD_REF'],
        env['GITHUB_BASE_REF'],
        (env['GITHUB_REF'] ?? '').startsWith('refs/heads/') ? env['GITHUB_REF_NAME'] : '',
    ];
    return {
        owner,
        repo,
        serverUrl: (env['GITHUB_SERVER_URL'] || 'https://github.com').replace(/\/+$/, ''),
        apiUrl,
        graphqlUrl: env['GITHUB_GRAPHQL_URL'] || `${apiUrl}/graphql`,
        sha: env['GITHUB_SHA'] ?? '',
        eventName: env['GITHUB_EVENT_NAME'] ?? '',
        event: (0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(event) ?? {},
        branches: branches.flatMap((branch) => (branch ? [branch] : [])),
        runId: env['GITHUB_RUN_ID'] ?? '',
        runNumber: Number(env['GITHUB_RUN_NUMBER'] ?? 0) || 0,
        runAttempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? 1) || 1,
        useKey: useKeyOf(env, use),
    };
}
/** The repository's page, without a slash at its end. */
function repositoryUrl({ serverUrl, owner, repo }) {
    return `${serverUrl}/${owner}/${repo}`;
}
/** Finds the pull request in the payload: the field is where the webhook documentation of each event has it. */
function pullInEvent({ eventName, event }) {
    if (eventName === 'issue_comment') {
        const issue = (0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(event['issue']);
        const number = (0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asNumber */ .i)(issue?.['number']);
        // Issues and pull requests share this event; only the latter have the field.
        const isPull = (0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(issue?.['pull_request']) !== undefined;
        return isPull && number !== undefined ? { kind: 'pull', number } : { kind: 'none' };
    }
    if (eventName === 'workflow_run')
        return pullInWorkflowRun((0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(event['workflow_run']) ?? {});
    const pull = (0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(event['pull_request']);
    const number = (0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asNumber */ .i)(pull?.['number']);
    const headSha = (0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)((0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(pull?.['head'])?.['sha']);
    if (number === undefined)
        return { kind: 'none' };
    return { kind: 'pull', number, ...(headSha === undefined ? {} : { headSha }) };
}
/** The commit that a check run belongs to where no pull request says otherwise. */
function commitOfEvent({ eventName, event, sha }) {
    if (eventName !== 'workflow_run')
        return sha;
    return (0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)((0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(event['workflow_run'])?.['head_sha']) ?? sha;
}
/** Does this job run for a pull request from another repository, with a token that only reads? */
function isForkPull({ eventName, event, owner, repo }) {
    if (eventName === 'pull_request_target' || eventName === 'workflow_run')
        return false;
    const head = (0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)((0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(event['pull_request'])?.['head']);
    const from = (0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)((0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(head?.['repo'])?.['full_name']);
    return from !== undefined && from.toLowerCase() !== `${owner}/${repo}`.toLowerCase();
}
function pullInWorkflowRun(run) {
    const headSha = (0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(run['head_sha']) ?? '';
    const listed = Array.isArray(run['pull_requests']) ? (0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(run['pull_requests'][0]) : undefined;
    const number = (0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asNumber */ .i)(listed?.['number']);
    if (number !== undefined)
        return { kind: 'pull', number, headSha };
    const owner = (0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)((0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)((0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(run['head_repository'])?.['owner'])?.['login']);
    const branch = (0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(run['head_branch']);
    const isForPull = /^pull_request/.test((0,_hex_checks_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(run['event']) ?? '');
    return isForPull && owner !== undefined && branch !== undefined
        ? { kind: 'branch', owner, branch, headSha }
        : { kind: 'none' };
}
/**
 * GITHUB_ACTION is the step's id and the same in main and post; the workflow is named by its file, because two
 * may have one title. Matrix legs share all of it, hence the leg.
 */
function useKeyOf(env, { matrixLeg, projectIds }) {
    const workflow = (env['GITHUB_WORKFLOW_REF'] ?? '').split('@')[0] || env['GITHUB_WORKFLOW'] || '';
    const facts = [
        workflow,
        env['GITHUB_JOB'],
        env['GITHUB_ACTION'],
        compact(matrixLeg),
        ...projectIds,
    ];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 20);
}
function compact(json) {
    try {
        return JSON.stringify(JSON.parse(json));
    }
    catch {
        // Whatever it is, it tells legs apart.
        return json;
    }
}


/***/ }),

/***/ 7619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TN: () => (/* binding */ endedCheck),
/* harmony export */   fr: () => (/* binding */ abandonedCheck),
/* harmony export */   k4: () => (/* binding */ startedCheck)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4902);
/* harmony import */ var _overview_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7108);
/* harmony import */ var _pictures_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9140);



/** GitHub takes 65,535 bytes, not characters (github/rest-api-description, issue 5399). */
const maxBytes = 65_000;
const maxTitle = 250;
/** The check while a run goes on. */
function startedCheck(run) {
    const { runId, runUrl } = run;
    return {
        ...(runUrl === undefined ? {} : { detailsUrl: runUrl }),
        title: 'The run is going on in Hex',
        // GitHub ignores the details link of checks made with GITHUB_TOKEN, so the link is in the text as well.
        summary: runUrl === undefined ? `Run ${runId}` : `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)('Open the run in Hex', runUrl)}**`,
    };
}
/** The check when all runs have ended. */
function endedCheck(outcomes, pictures) {
    const { headline, conclusion } = (0,_overview_js__WEBPACK_IMPORTED_MODULE_0__/* .overviewOf */ .bq)(outcomes);
    const detailsUrl = outcomes.find(({ run }) => run?.runUrl !== undefined)?.run?.runUrl;
    const parts = [...(0,_overview_js__WEBPACK_IMPORTED_MODULE_0__/* .overviewBody */ .U6)(outcomes), (0,_pictures_js__WEBPACK_IMPORTED_MODULE_2__/* .pictureSection */ .I)(pictures)];
    return {
        conclusion: conclusionOnGitHub(conclusion),
        ...(detailsUrl === undefined ? {} : { detailsUrl }),
        title: headline.slice(0, maxTitle),
        summary: (0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fitted */ .$5)(parts.filter((part) => part !== '').join('\n\n'), maxBytes),
    };
}
/**
 * The check that main left open: because GitHub could not be reached at its end, or because it was killed and
 * there is no verdict.
 */
function abandonedCheck(detailsUrl, verdict) {
    const open = detailsUrl === undefined ? [] : [`**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)('Open the run in Hex', detailsUrl)}**`];
    const words = verdict === undefined
        ? 'The step was killed while it waited for the run; the log of its clean-up says what became of the run.'
        : "The step's job summary has the details.";
    return {
        conclusion: 'cancelled',
        title: 'The job was stopped before the end of the run was seen',
        ...verdict,
        ...(detailsUrl === undefined ? {} : { detailsUrl }),
        summary: [words, ...open].join('\n\n'),
    };
}
/** A run that nobody waits for, and a call that ran nothing, are neither good nor bad. */
function conclusionOnGitHub(conclusion) {
    return conclusion === 'detached' || conclusion === 'dry_run' || conclusion === 'skipped'
        ? 'neutral'
        : conclusion;
}


/***/ }),

/***/ 7872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ runFacts),
/* harmony export */   r: () => (/* binding */ factRow)
/* harmony export */ });
/* harmony import */ var _run_history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7594);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4902);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4702);



/** The facts that anybody asks for first. */
function runFacts(outcome) {
    const { run, attempt, reason } = outcome;
    // A dry run made no run: the status it would begin with says nothing.
    const status = reason === 'dry_run' ? '' : (run?.status ?? '');
    return [
        ['Status', status === '' ? '' : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(status)],
        ['Duration', durationCell(outcome)],
        ['Version', (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(run?.projectVersion ?? '')],
        ['Attempt', attempt > 1 ? String(attempt) : ''],
    ];
}
/** Facts side by side; '' when none is known. */
function factRow(facts) {
    const known = facts.filter(([, value]) => value !== '');
    if (known.length === 0)
        return '';
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(known.map(([name]) => name), [known.map(([, value]) => value)]);
}
function durationCell({ run, typicalMs }) {
    const took = run === undefined ? undefined : (0,_run_history_js__WEBPACK_IMPORTED_MODULE_1__/* .durationMs */ .p)(run);
    if (took === undefined)
        return '';
    const usual = typicalMs === undefined ? [] : [`usually ${(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .roughDuration */ .Um)(typicalMs)}`];
    return [(0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .durationInWords */ .ji)(took), ...usual].map(_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .unbroken */ .D_).join('<br>');
}


/***/ }),

/***/ 973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ icons)
/* harmony export */ });
/** The sign of a conclusion, for headings and tables. */
const icons = {
    success: '✅',
    detached: '🚀',
    dry_run: '🧪',
    skipped: '⏭️',
    cancelled: '🚫',
    timed_out: '⏰',
    failure: '❌',
};


/***/ }),

/***/ 1006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ withLinks)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4902);

/** A plain sentence as Markdown, with the addresses of these runs in it as links that are called by the run's id. */
function withLinks(sentence, runs) {
    const ids = new Map(runs.map(({ runUrl, runId }) => [runUrl, runId]));
    return (sentence
        .replace(/\s+/g, ' ')
        // Every second part is an address; a comma or full stop behind it belongs to the sentence.
        .split(/(https?:\/\/\S+?)(?=[.,]?(?: |$))/)
        .map((part) => {
        const runId = ids.get(part);
        return runId === undefined ? escapedInPlace(part) : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(runId), part);
    })
        .join(''));
}
/** The blanks at its ends stay, for what stands beside it. */
function escapedInPlace(text) {
    return text.replace(/\S(?:.*\S)?/s, (words) => (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(words));
}


/***/ }),

/***/ 7108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ leadOf),
/* harmony export */   U6: () => (/* binding */ overviewBody),
/* harmony export */   Wm: () => (/* binding */ headingOf),
/* harmony export */   bq: () => (/* binding */ overviewOf)
/* harmony export */ });
/* harmony import */ var _run_outcome_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5302);
/* harmony import */ var _facts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7872);
/* harmony import */ var _icons_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(973);
/* harmony import */ var _links_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1006);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4902);
/* harmony import */ var _several_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4765);
/* harmony import */ var _verdict_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7342);







const worstFirst = [
    'failure',
    'timed_out',
    'cancelled',
    'detached',
    'dry_run',
    'skipped',
    'success',
];
/** Sums up the runs of a step: one speaks for itself, several are counted. */
function overviewOf(outcomes) {
    const [first, ...others] = outcomes;
    const conclusion = worstFirst.find((each) => outcomes.some((it) => it.conclusion === each));
    return {
        conclusion: conclusion ?? 'failure',
        headline: first === undefined || others.length > 0
            ? (0,_several_js__WEBPACK_IMPORTED_MODULE_1__/* .severalHeadline */ .PQ)(outcomes)
            : (0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .verdictOf */ .Vj)(first).headline,
    };
}
/** The overview as a heading. */
function headingOf(outcomes) {
    const { conclusion, headline } = overviewOf(outcomes);
    return `### ${_icons_js__WEBPACK_IMPORTED_MODULE_0__/* .icons */ .P[conclusion]} ${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .escapeMarkdown */ .FV)(headline)}`;
}
/** What stands below the heading in comments and checks: what to do, the way to the run, and a short table. */
function overviewBody(outcomes) {
    const [first, ...others] = outcomes;
    if (first === undefined)
        return [];
    return others.length > 0
        ? [(0,_several_js__WEBPACK_IMPORTED_MODULE_1__/* .severalAdvice */ .ZL)(outcomes), (0,_several_js__WEBPACK_IMPORTED_MODULE_1__/* .severalTable */ .XB)(outcomes)]
        : [leadOf(first), (0,_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .factRow */ .r)((0,_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .runFacts */ .p)(first))];
}
/** What to do where something is wrong, and the way to the run. */
function leadOf(outcome) {
    const { conclusion, reason, run } = outcome;
    const sentences = (0,_verdict_js__WEBPACK_IMPORTED_MODULE_2__/* .verdictOf */ .Vj)(outcome)
        .advice.filter((it) => it !== '')
        .map((sentence) => (0,_links_js__WEBPACK_IMPORTED_MODULE_5__/* .withLinks */ .q)(sentence, outcome.candidates ?? []));
    // The address that a dry run is answered with leads nowhere.
    const runUrl = reason === 'dry_run' ? undefined : run?.runUrl;
    const open = runUrl === undefined ? [] : [`**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)('Open the run in Hex', runUrl)}**`];
    if ((0,_run_outcome_js__WEBPACK_IMPORTED_MODULE_6__/* .isGreen */ .g)(conclusion) || sentences.length === 0)
        return [...open, ...sentences].join(' · ');
    const kind = conclusion === 'cancelled' ? 'WARNING' : 'CAUTION';
    const alert = `> [!${kind}]\n${sentences.map((sentence) => `> ${sentence}`).join('\n>\n')}`;
    return [alert, ...open].join('\n\n');
}


/***/ }),

/***/ 9140:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ pictureSection)
/* harmony export */ });
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4902);

/** More pictures than these are folded away. */
const mostOpen = 4;
/** The pictures one below the other, each under its name and linked to its run; '' when there are none. */
function pictureSection(pictures) {
    const severalRuns = new Set(pictures.map(({ outcome }) => outcome)).size > 1;
    const shown = pictures.map(({ chart, outcome, address }) => {
        const title = severalRuns ? `${runName(outcome)}: ${chart}` : chart;
        const picture = (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .image */ .Sl)(`Chart ${title}`, address);
        const runUrl = outcome.run?.runUrl;
        return `**${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(title)}**\n\n${runUrl === undefined ? picture : (0,_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(picture, runUrl)}`;
    });
    const [open, folded] = [shown.slice(0, mostOpen), shown.slice(mostOpen)];
    if (folded.length === 0)
        return open.join('\n\n');
    return [
        ...open,
        `<details><summary>${folded.length} more charts</summary>`,
        ...folded,
        '</details>',
    ].join('\n\n');
}
/** What a run is called beside others. */
function runName({ name, projectTitle, projectId }) {
    return name ?? projectTitle ?? projectId;
}


/***/ }),

/***/ 5411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ reportTrouble),
/* harmony export */   e: () => (/* binding */ reportKinds)
/* harmony export */ });
const reportKinds = {
    comment: { title: 'Pull request comment not written', permission: 'pull-requests: write' },
    check: { title: 'Check run not written', permission: 'checks: write' },
    branch: { title: 'Charts not committed', permission: 'contents: write' },
};
/** GitHub says 404 in place of 403 where a token may not even know of a thing. */
const refusals = [401, 403, 404];
/** The warning of a report that could not be delivered: what was tried, what GitHub said, what to change. */
function reportTrouble({ permission }, { message, status }, isFork) {
    const verdict = "The run's result is not affected.";
    if (status === undefined || !refusals.includes(status) || /rate limit/i.test(message)) {
        return `${message} ${verdict}`;
    }
    const remedy = isFork
        ? `The token needs '${permission}', and pull requests from forks get a token that only reads: docs/reports.md shows how to report from a second workflow.`
        : `Give the job 'permissions: ${permission}'.`;
    return `${message} ${remedy} ${verdict}`;
}


/***/ }),

/***/ 4765:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ZL: () => (/* binding */ severalAdvice),
  PQ: () => (/* binding */ severalHeadline),
  gD: () => (/* binding */ severalSummaryOf),
  XB: () => (/* binding */ severalTable)
});

// EXTERNAL MODULE: ./build/run/history.js
var run_history = __webpack_require__(7594);
// EXTERNAL MODULE: ./build/run/outcome.js
var outcome = __webpack_require__(5302);
// EXTERNAL MODULE: ./build/report/icons.js
var icons = __webpack_require__(973);
// EXTERNAL MODULE: ./build/report/links.js
var links = __webpack_require__(1006);
// EXTERNAL MODULE: ./build/report/markdown.js
var markdown = __webpack_require__(4902);
// EXTERNAL MODULE: ./build/report/pictures.js
var report_pictures = __webpack_require__(9140);
;// CONCATENATED MODULE: ./build/report/timeline.js
/** Beyond this the bars are too thin to tell apart; Mermaid's own limit is 50,000 characters. */
const mostBars = 60;
const maxLabel = 40;
/**
 * When the runs went on, as a Mermaid chart that GitHub draws; '' when fewer than two tell their times. It stands
 * behind a table that says the same, because mails and the mobile app do not draw it.
 */
function timelineOf(outcomes) {
    const bars = outcomes.flatMap(({ run, name, projectId, conclusion }, index) => {
        const startMs = Date.parse(run?.startTime ?? '');
        const endMs = Date.parse(run?.endTime ?? '');
        if (!(endMs >= startMs))
            return [];
        return [
            `  ${label(name ?? projectId)} :${mark(conclusion)}r${index}, ${startMs}, ${Math.max(endMs, startMs + 1_000)}`,
        ];
    });
    if (bars.length < 2)
        return '';
    const hidden = bars.length - mostBars;
    return [
        '<details><summary>Timeline</summary>',
        '',
        '```mermaid',
        'gantt',
        '  dateFormat x',
        '  axisFormat %H:%M:%S',
        ...bars.slice(0, mostBars),
        '```',
        ...(hidden > 0 ? ['', `${hidden} more runs are not drawn.`] : []),
        '',
        '</details>',
    ].join('\n');
}
/** Mermaid has no way to quote a task's name: what means something to it, or to Markdown, is left out. */
function label(name) {
    const plain = name
        .replace(/[^\p{L}\p{N} ._()/-]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim();
    const text = plain.length > maxLabel ? `${plain.slice(0, maxLabel - 1)}…` : plain;
    // A word of the diagram's language at the start of a line would be taken for one.
    return `Run ${text}`.trim();
}
function mark(conclusion) {
    switch (conclusion) {
        case 'success':
            return 'done, ';
        case 'failure':
        case 'timed_out':
            return 'crit, ';
        case 'cancelled':
            return 'active, ';
        case 'detached':
        case 'dry_run':
        case 'skipped':
            return '';
    }
    return conclusion;
}

// EXTERNAL MODULE: ./build/report/verdict.js
var verdict = __webpack_require__(7342);
// EXTERNAL MODULE: ./build/report/words.js
var words = __webpack_require__(4702);
;// CONCATENATED MODULE: ./build/report/several.js









/** More rows than anybody reads; the `results` output has them all. */
const mostRows = 300;
/** What to do is said for the first ones; with more failures than that the cause is a common one. */
const mostAdvice = 20;
/** How several runs ended, one sentence without a full stop. */
function severalHeadline(outcomes) {
    const failed = outcomes.filter(({ conclusion }) => !(0,outcome/* isGreen */.g)(conclusion)).length;
    if (failed === 0) {
        const all = outcomes.every(({ conclusion }) => conclusion === 'success');
        return all
            ? `All ${outcomes.length} runs completed`
            : `All ${outcomes.length} runs went as asked`;
    }
    return `${failed} of ${outcomes.length} runs did not succeed`;
}
/** The job summary of several runs: the answer, what to do where one failed, a row for each, pictures, a timeline. */
function severalSummaryOf(outcomes, pictures = []) {
    const worst = outcomes.find(({ conclusion }) => !(0,outcome/* isGreen */.g)(conclusion)) ?? outcomes[0];
    const parts = [
        `### ${icons/* icons */.P[worst?.conclusion ?? 'success']} ${severalHeadline(outcomes)}`,
        severalAdvice(outcomes),
        severalTable(outcomes),
        (0,report_pictures/* pictureSection */.I)(pictures),
        timelineOf(outcomes),
    ];
    return (0,markdown/* fitted */.$5)(`${parts.filter((part) => part !== '').join('\n\n')}\n`, markdown/* maxSummaryBytes */.aH);
}
/** A row for each run. Those that did not succeed come first: they are why somebody is here. */
function severalTable(outcomes) {
    const isBad = ({ conclusion }) => !(0,outcome/* isGreen */.g)(conclusion);
    const sorted = [...outcomes.filter(isBad), ...outcomes.filter((outcome) => !isBad(outcome))];
    const head = ['', 'Run', 'Status', 'Duration', 'Attempt', 'Project'];
    const cells = sorted.slice(0, mostRows).map(row);
    // Most steps need one attempt a run, and a column of nothing is in the way.
    const shown = head.map((_, at) => at).filter((at) => cells.some((each) => each[at]));
    const pick = (each) => shown.map((at) => each[at] ?? '');
    const rows = (0,markdown/* table */.tp)(pick(head), cells.map(pick), ['Duration', 'Attempt']);
    if (sorted.length <= mostRows)
        return rows;
    return `${rows}\n\n> [!NOTE]\n> ${sorted.length - mostRows} more runs are not shown here; the ${(0,markdown/* code */.aY)('results')} output has all.`;
}
/** What to do about each run that did not succeed; '' when all did. */
function severalAdvice(outcomes) {
    const failed = outcomes.filter(({ conclusion }) => !(0,outcome/* isGreen */.g)(conclusion));
    if (failed.length === 0)
        return '';
    const lines = failed.slice(0, mostAdvice).map((outcome) => {
        const { headline, advice } = (0,verdict/* verdictOf */.Vj)(outcome);
        const told = [`${headline}.`, ...advice.filter((sentence) => sentence !== '')].join(' ');
        return `> - **${linkedName(outcome)}**: ${(0,links/* withLinks */.q)(told, outcome.candidates ?? [])}`;
    });
    const rest = failed.length - mostAdvice;
    return [
        '> [!CAUTION]',
        ...lines,
        ...(rest > 0 ? [`> - and ${rest} more, see the table`] : []),
    ].join('\n');
}
function row(outcome) {
    const { run, projectId, projectTitle } = outcome;
    const took = run === undefined ? undefined : (0,run_history/* durationMs */.p)(run);
    return [
        icons/* icons */.P[outcome.conclusion],
        linkedName(outcome),
        run?.status ? (0,markdown/* code */.aY)(run.status) : '',
        took === undefined ? '' : (0,markdown/* unbroken */.D_)((0,words/* durationInWords */.ji)(took)),
        outcome.attempt > 1 ? String(outcome.attempt) : '',
        titleCell(projectTitle ?? '') || (0,markdown/* code */.aY)(projectId),
    ];
}
function linkedName({ name, projectId, run }) {
    const label = (0,markdown/* escapeMarkdown */.FV)(name ?? projectId);
    return run?.runUrl === undefined ? label : (0,markdown/* link */.nf)(label, run.runUrl);
}
/** On a phone the last column is out of sight, and a title that breaks there makes every row tall for nothing. */
function titleCell(title) {
    return title.length > 40 ? (0,markdown/* escapeMarkdown */.FV)(title) : (0,markdown/* unbroken */.D_)((0,markdown/* escapeMarkdown */.FV)(title));
}


/***/ }),

/***/ 5302:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ isSettled),
/* harmony export */   g: () => (/* binding */ isGreen)
/* harmony export */ });
/** Does nothing of ours go on at Hex, as far as anyone can know? */
function isSettled(outcome) {
    if (outcome.reason === 'start_unknown')
        return false;
    return outcome.stop === undefined || outcome.stop.kind === 'ended' || outcome.stop.kind === 'left';
}
/** The exit code's verdict: only what the user asked for and got is green. */
function isGreen(conclusion) {
    switch (conclusion) {
        case 'success':
        case 'detached':
        case 'dry_run':
        case 'skipped':
            return true;
        case 'failure':
        case 'cancelled':
        case 'timed_out':
            return false;
    }
    return conclusion;
}


/***/ }),

/***/ 8704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ writeFileIn),
/* harmony export */   j: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/** What the event payload holds; undefined where there is none that can be read. */
async function readEvent(env) {
    try {
        return JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(env['GITHUB_EVENT_PATH'] ?? '', 'utf8'));
    }
    catch {
        // Runs of this action elsewhere than on GitHub have no event, and need none.
        return undefined;
    }
}
/** Writes a file, its folder included, and gives its path. */
async function writeFileIn(folder, name, bytes) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, bytes);
    return path;
}


/***/ })

};
