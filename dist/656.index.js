export const id = 656;
export const ids = [656];
export const modules = {

/***/ 9529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ou: () => (/* binding */ finishCheck),
  Xq: () => (/* binding */ openCheck),
  HF: () => (/* binding */ writeComment)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/clock.js
var build_clock = __webpack_require__(7094);
// EXTERNAL MODULE: ./build/github/call.js
var call = __webpack_require__(2111);
// EXTERNAL MODULE: ./build/github/job.js
var github_job = __webpack_require__(7249);
;// CONCATENATED MODULE: ./build/github/sticky-comment.js

/** The author of comments by `GITHUB_TOKEN`. Nobody else can comment under this name. */
const usualAuthor = 'github-actions[bot]';
/** Uses with the same key that end at the same moment can take the same comment, and a comment can be deleted meanwhile. */
const maxTries = 4;
/** Longer than another use usually needs between listing the comments and writing one. */
const settleMs = 2_000;
/**
 * Writes the comment of this use of the action on a pull request: its own, or else the first free one with its key, or
 * else a new one. Never changes a comment that has our mark but was written by someone else.
 * @returns the comment, and whether it is a new one because another use with the same key owns the existing one.
 * @param signal aborts when the time for the report is up.
 * @param sleep waits for a time in milliseconds.
 */
async function keepComment(repository, sticky, signal, sleep) {
    for (let tries = 1;; tries += 1) {
        const isLastTry = () => tries >= maxTries || signal.aborted;
        const { own, free, count } = await findOurs(repository, sticky, tries > 1);
        const target = own ?? free;
        try {
            if (target === undefined) {
                return { comment: await create(repository, sticky), isBesideOther: count > 0 };
            }
            const body = sticky.write(target.body, target.authorId);
            const comment = await repository.updateComment(target.id, body);
            // If another comment shows that the key is shared, another use may have taken the same free comment.
            const isShared = own === undefined && count > 1;
            if (isShared && !isLastTry()) {
                await sleep(settleMs);
                if ((await findOurs(repository, sticky)).own === undefined)
                    continue;
            }
            return { comment, isBesideOther: false };
        }
        catch (error) {
            if (isLastTry() || !mayRetry((0,call/* gitHubErrorOf */.r9)(error), target))
                throw error;
        }
    }
}
/** The comment may have been deleted since it was listed, or a create with a lost response may have worked. */
function mayRetry(failure, target) {
    return target === undefined ? failure.mayHaveHappened : [404, 410].includes(failure.status ?? 0);
}
/** Creates a comment, and signs it if its author has a name that anyone can have. */
async function create(repository, { pullNumber, write }) {
    const comment = await repository.createComment(pullNumber, write(undefined, undefined));
    if (comment.author === usualAuthor || comment.authorId === undefined)
        return comment;
    return repository.updateComment(comment.id, write(undefined, comment.authorId));
}
/**
 * Our own comments with our key: the oldest of each kind, and their number.
 * @param isAgain this step may have created its comment without signing it. Nobody else can have known its random mark.
 */
async function findOurs(repository, { pullNumber, ownership, isSigned }, isAgain = false) {
    const comments = await repository.listComments(pullNumber);
    const ours = comments.filter(({ author, authorId, body }) => ownership(body) !== undefined &&
        (author === usualAuthor ||
            (authorId !== undefined && isSigned(body, authorId)) ||
            (isAgain && ownership(body) === 'own')));
    const first = (owner) => ours.find(({ body }) => ownership(body) === owner);
    return { own: first('own'), free: first('free'), count: ours.length };
}

// EXTERNAL MODULE: ./build/json.js
var json = __webpack_require__(9368);
// EXTERNAL MODULE: ./build/report/check-and-comment.js
var check_and_comment = __webpack_require__(2723);
// EXTERNAL MODULE: ./build/actions/state.js
var state = __webpack_require__(6037);
// EXTERNAL MODULE: ./build/actions/reports/context.js + 1 modules
var reports_context = __webpack_require__(838);
;// CONCATENATED MODULE: ./build/actions/reports/check-and-comment.js









/** A step's check run, from the start of its first run on. */
function openCheck(context, name) {
    let begun;
    return {
        /** Returns at once. The check run is created while the run is followed. */
        started(run) {
            begun ??= begin(context, name, run);
        },
        async ended(outcomes, pictures) {
            const before = await begun;
            // Already reported: what prevented the check run at the start prevents it now.
            if (before === 'failed')
                return;
            await (0,reports_context/* bestEffort */.z$)(context, reports_context/* reportKinds */.eL.check, async (time) => {
                const check = before ?? (await newCheck(context, name, time));
                const report = (0,check_and_comment/* endedCheck */.TN)(outcomes, pictures);
                const { conclusion, title } = report;
                // From here on, the post step knows the verdict and sends it to GitHub if main can't.
                const ended = { ...check, verdict: { conclusion, title } };
                keep(context, ended);
                await completeCheck(await context.repository(time), check, report);
                keep(context, { ...ended, isCompleted: true });
            });
        },
    };
}
/** Completes a check run, also if its id is not known. Creates it if it does not exist. */
async function completeCheck(repository, check, report) {
    const fields = fieldsOf(check, report);
    if (check.id !== undefined) {
        await repository.updateCheckRun(check.id, fields);
        return;
    }
    const { name, headSha, externalId } = check;
    const found = await repository.findCheckRuns(headSha, name, externalId);
    if (found.length === 0)
        await repository.createCheckRun(headSha, fields);
    for (const { id } of found)
        await repository.updateCheckRun(id, fields);
}
/**
 * In the post step: completes the check run that main left open. In a job container, main can still run and complete it
 * itself, so its state is read first. A completed check run stays as it is, unless the post step has the last word.
 */
async function finishCheck(repository, check, report, hasLastWord) {
    const { name, headSha, externalId } = check;
    const listed = await repository.findCheckRuns(headSha, name, externalId);
    const known = check.id === undefined ? [] : [{ id: check.id, isCompleted: false }];
    for (const { id, isCompleted } of listed.length > 0 ? listed : known)
        if (!isCompleted || hasLastWord)
            await repository.updateCheckRun(id, fieldsOf(check, report));
}
async function begin(context, name, run) {
    const begun = await (0,reports_context/* bestEffort */.z$)(context, reports_context/* reportKinds */.eL.check, async (time) => {
        const runUrl = (0,json/* withoutUndefined */.r$)({ runUrl: run.runUrl });
        const check = { ...(await newCheck(context, name, time)), ...runUrl };
        keep(context, check);
        const repository = await context.repository(time);
        try {
            const fields = fieldsOf(check, (0,check_and_comment/* startedCheck */.k4)(run));
            const open = { ...check, id: await repository.createCheckRun(check.headSha, fields) };
            keep(context, open);
            return open;
        }
        catch (error) {
            // After a lost response the id is unknown. `ended` searches for the check run.
            if (error instanceof call/* GitHubError */.y_ && error.mayHaveHappened)
                return check;
            context.runner.saveState(state/* checkStateName */.HW, '');
            throw error;
        }
    });
    return begun ?? 'failed';
}
function keep({ runner }, check) {
    runner.saveState(state/* checkStateName */.HW, JSON.stringify(check));
}
async function newCheck({ subject, use }, name, time) {
    const { headSha } = await subject(time);
    return { name, headSha, externalId: use.mark };
}
function fieldsOf({ name, externalId }, report) {
    return { name, externalId, ...report };
}
/**
 * Max pull requests of one commit that get a comment, because each takes several requests. The log lists the others.
 */
const maxPulls = 5;
/** Keeps the comment of this use on the pull request up to date; logs that there is no pull request. */
async function writeComment(context, overview) {
    const { job, runner } = context;
    await (0,reports_context/* bestEffort */.z$)(context, reports_context/* reportKinds */.eL.comment, async (time) => {
        const { pullNumbers, headSha } = await context.subject(time);
        if (pullNumbers.length === 0) {
            runner.line(`No comment was posted, because the '${job.eventName}' event has no pull request. To comment on a pull request, set 'pr-number'.`);
            return;
        }
        const left = pullNumbers.slice(maxPulls);
        if (left.length > 0)
            runner.line(`No comment was posted on ${left.map((pullNumber) => `#${pullNumber}`).join(', ')}. A step can comment on at most ${maxPulls} pull requests.`);
        // A failure on one pull request, for example a locked one, does not affect the others.
        await Promise.all(pullNumbers
            .slice(0, maxPulls)
            .map((pullNumber) => writeOn(context, pullNumber, headSha, overview)));
    });
}
async function writeOn(context, pullNumber, headSha, overview) {
    const { runner, clock } = context;
    await (0,reports_context/* bestEffort */.z$)(context, reports_context/* reportKinds */.eL.comment, async (time) => {
        const sticky = stickyComment(context, pullNumber, headSha, overview);
        const sleep = (ms) => (0,build_clock/* sleep */.yy)(clock, ms, time.signal);
        const kept = await keepComment(await context.repository(time), sticky, time.signal, sleep);
        runner.line(`Comment: ${kept.comment.url ?? `on pull request ${pullNumber}`}`);
        if (kept.isBesideOther) {
            runner.line("Another step in this workflow run uses the same report key, so this step created a separate comment. Give each step a different 'report-key'.");
        }
    });
}
function stickyComment({ job, use, clock, token }, pullNumber, headSha, overview) {
    const facts = {
        useKey: use.key,
        useMark: use.mark,
        overview,
        headSha,
        workflowRun: { id: job.runId, number: job.runNumber, attempt: job.runAttempt },
        atMs: clock.now(),
        repositoryUrl: (0,github_job/* repositoryUrl */.Ek)(job),
    };
    // 40 hexadecimal digits are 160 bits, enough against forgery.
    const signatureFor = (authorId) => (0,external_node_crypto_.createHmac)('sha256', token)
        .update(JSON.stringify([`${job.owner}/${job.repo}`, pullNumber, use.key, authorId]))
        .digest('hex')
        .slice(0, 40);
    return {
        pullNumber,
        ownership(body) {
            const mark = (0,check_and_comment/* readMark */.Mp)(body, use.key);
            if (mark === undefined)
                return undefined;
            if (mark.results.some(({ useMark }) => useMark === use.mark))
                return 'own';
            const latest = mark.results[0]?.workflowRun;
            return latest?.id === job.runId && latest.attempt === job.runAttempt ? 'other' : 'free';
        },
        isSigned(body, authorId) {
            const signature = Buffer.from((0,check_and_comment/* readMark */.Mp)(body, use.key)?.signature ?? '');
            const expected = Buffer.from(signatureFor(authorId));
            return signature.length === expected.length && (0,external_node_crypto_.timingSafeEqual)(signature, expected);
        },
        write: (previous, authorId) => (0,check_and_comment/* commentBody */.I2)(facts, previous, authorId === undefined ? '' : signatureFor(authorId)),
    };
}


/***/ }),

/***/ 838:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z$: () => (/* binding */ bestEffort),
  eA: () => (/* binding */ openContext),
  eL: () => (/* binding */ reportKinds)
});

// UNUSED EXPORTS: reportTrouble

// EXTERNAL MODULE: ./build/clock.js
var build_clock = __webpack_require__(7094);
// EXTERNAL MODULE: ./build/github/call.js
var call = __webpack_require__(2111);
// EXTERNAL MODULE: ./build/github/job.js
var github_job = __webpack_require__(7249);
;// CONCATENATED MODULE: ./build/github/repository.js

/** Opens a repository. Every failure is a GitHubError. */
function openRepository(client, { owner, repo }) {
    const { repos, pulls, issues, checks, git } = client.rest;
    const here = { owner, repo };
    return {
        async defaultBranch() {
            return (await repos.get(here)).data.default_branch;
        },
        async getPull(number) {
            return pullOf((await pulls.get({ ...here, pull_number: number })).data);
        },
        /** The pull requests, open ones first, from one branch of one owner. */
        async pullsFrom(headOwner, branch) {
            const head = `${headOwner}:${branch}`;
            const { data } = await pulls.list({ ...here, head, state: 'all', per_page: 100 });
            return data.map(pullOf).sort((a, b) => Number(b.isOpen) - Number(a.isOpen));
        },
        async listComments(pull) {
            const parameters = { ...here, issue_number: pull, per_page: 100 };
            return (await client.paginate(issues.listComments, parameters)).map(commentOf);
        },
        async createComment(pull, body) {
            return commentOf((await issues.createComment({ ...here, issue_number: pull, body })).data);
        },
        async updateComment(id, body) {
            return commentOf((await issues.updateComment({ ...here, comment_id: id, body })).data);
        },
        /** The check runs on a commit with this name and external id. */
        async findCheckRuns(headSha, name, externalId) {
            const parameters = { ref: headSha, check_name: name, filter: 'all', per_page: 100 };
            const { data } = await checks.listForRef({ ...here, ...parameters });
            return data.check_runs
                .filter(({ external_id }) => external_id === externalId)
                .map(({ id, status }) => ({ id, isCompleted: status === 'completed' }));
        },
        /** Returns the new check run's id. */
        async createCheckRun(headSha, fields) {
            return (await checks.create({ ...here, head_sha: headSha, ...checkRunBody(fields) })).data.id;
        },
        async updateCheckRun(id, fields) {
            await checks.update({ ...here, check_run_id: id, ...checkRunBody(fields) });
        },
        /** The commit of a branch; undefined if there is no such branch. */
        async branchTip(branch) {
            try {
                return (await git.getRef({ ...here, ref: `heads/${branch}` })).data.object.sha;
            }
            catch (error) {
                if ((0,call/* gitHubErrorOf */.r9)(error).status === 404)
                    return undefined;
                throw error;
            }
        },
        async createBranch(branch, sha) {
            await git.createRef({ ...here, ref: `refs/heads/${branch}`, sha });
        },
        /** Fast-forwards a branch. GitHub refuses anything else with a 422. */
        async moveBranch(branch, sha) {
            await git.updateRef({ ...here, ref: `heads/${branch}`, sha, force: false });
        },
        async treeOfCommit(sha) {
            return (await git.getCommit({ ...here, commit_sha: sha })).data.tree.sha;
        },
        async getTree(sha) {
            return (await git.getTree({ ...here, tree_sha: sha })).data.tree;
        },
        async createBlob(bytes) {
            const content = Buffer.from(bytes).toString('base64');
            return (await git.createBlob({ ...here, content, encoding: 'base64' })).data.sha;
        },
        /** @param base the tree whose other entries the new one keeps; undefined for none. */
        async createTree(tree, base) {
            // The client's method does not accept the entries of its own responses, because it types their modes differently.
            const route = 'POST /repos/{owner}/{repo}/git/trees';
            return (await client.request(route, { ...here, tree, base_tree: base })).data.sha;
        },
        async createCommit(message, tree, parent) {
            const parents = parent === undefined ? [] : [parent];
            return (await git.createCommit({ ...here, message, tree, parents })).data.sha;
        },
    };
}
function checkRunBody(fields) {
    const { name, externalId, conclusion, detailsUrl, title, summary } = fields;
    return {
        name,
        external_id: externalId,
        ...(conclusion === undefined
            ? { status: 'in_progress' }
            : { status: 'completed', conclusion }),
        ...(detailsUrl === undefined ? {} : { details_url: detailsUrl }),
        output: { title, summary },
    };
}
function pullOf(pull) {
    return { number: pull.number, isOpen: pull.state === 'open', headSha: pull.head.sha };
}
/** A deleted account has no user. */
function commentOf(comment) {
    const { id, body = '', html_url, user } = comment;
    return { id, body, author: user?.login, authorId: user?.id, url: html_url };
}

// EXTERNAL MODULE: ./build/plain-text.js
var plain_text = __webpack_require__(8046);
;// CONCATENATED MODULE: ./build/actions/reports/context.js





/** Longer than a secondary rate limit of GitHub (a minute), but short enough not to delay the job. */
const reportMs = 75_000;
/** Creates the context. Loads and sends nothing yet. */
function openContext(step, { job, use, gitHubToken, pullNumber }) {
    let connecting;
    let found;
    const open = async () => {
        if (gitHubToken === '')
            throw new Error("'github-token' is empty. To use the job's token, remove the input. Otherwise, check that the secret exists and is available to this event.");
        const { connectGitHub } = await __webpack_require__.e(/* import() */ 456).then(__webpack_require__.bind(__webpack_require__, 6456));
        return connectGitHub(gitHubToken, job.apiUrl, process.env, step.clock);
    };
    /** The repository, for the calls of one report. The first call loads GitHub's client. */
    const repository = async (time) => {
        connecting ??= open();
        const connect = await connecting;
        return openRepository(connect(time), job);
    };
    return {
        ...step,
        job,
        use,
        /** Causes that were reported: a problem with a token affects every report. */
        warned: new Set(),
        repository,
        /** The pull request and the commit; found once. */
        async subject(time) {
            const target = await repository(time);
            found ??= (0,github_job/* findSubject */.os)(job, pullNumber, target);
            return found;
        },
    };
}
/** Makes a report within its time. A failure is one warning, and the result is then undefined. */
async function bestEffort({ runner, clock, abort, job, warned }, kind, report) {
    const untilMs = clock.now() + reportMs;
    const { signal, forget } = (0,build_clock/* timeLimit */.zc)(clock, reportMs, abort.timeOver('report'));
    const time = {
        signal,
        untilMs: () => Math.min(untilMs, abort.endsAtMs('report')),
    };
    try {
        return await report(time);
    }
    catch (error) {
        const failure = error instanceof call/* GitHubError */.y_ ? error : { message: (0,plain_text/* messageOf */.bD)(error) };
        const text = reportTrouble(kind, failure, (0,github_job/* isForkPull */.wG)(job));
        const cause = error instanceof call/* GitHubError */.y_ && error.status === 401 ? 'token' : text;
        if (warned.has(cause))
            runner.line(`${kind.title}: ${text}`);
        else
            runner.annotate('warning', kind.title, text);
        warned.add(cause);
        return undefined;
    }
    finally {
        forget();
    }
}
/** The title of a report's warning, and the permission that it needs, as `permissions:` has it. */
const reportKinds = {
    comment: {
        title: 'Pull request comment not posted or updated',
        permission: 'pull-requests: write',
    },
    check: { title: 'Check run not created or updated', permission: 'checks: write' },
    branch: { title: 'Charts not committed', permission: 'contents: write' },
};
/**
 * GitHub's words and what to do about them, if they don't say it themselves. The first match applies. Without a match, a
 * permission is missing: GitHub then responds only "Resource not accessible by integration" or "Not Found".
 */
const remedies = [
    [
        /bad credentials|requires authentication|: 401\. /i,
        "'github-token' is invalid or has expired. A GitHub App installation access token is valid for one hour. Create the token in the same job, or remove the input to use the job's token.",
    ],
    [
        /authenticate via a GitHub App/i,
        "Only GitHub Apps can create check runs. Remove 'github-token' to use the job's token, or use a GitHub App installation access token.",
    ],
    [
        /not accessible by personal access token/i,
        "Give the personal access token in 'github-token' the '{permission}' repository permission, or remove the input to use the job's token.",
    ],
    // Only after the status, because a repository can be named "archived".
    [/: \d{3}\. .*(?:rate limit|abuse detection|locked|archived|IP allow list|SAML|suspended)/i, ''],
    [/access blocked|forbids access via|is blocked|limited to (?:existing|prior|collab)/i, ''],
];
/** The warning for a report that could not be written: what was tried, GitHub's response, and what to change. */
function reportTrouble(kind, failure, isFork) {
    const parts = [
        failure.message,
        remedyOf(kind, failure, isFork),
        "The run's result is not affected.",
    ];
    return parts.filter((part) => part !== '').join(' ');
}
function remedyOf({ permission }, failure, isFork) {
    const { message, status, acceptedPermissions = '' } = failure;
    if (status === undefined || ![401, 403, 404, 410].includes(status))
        return '';
    const needed = neededPermission(permission, acceptedPermissions);
    const known = remedies.find(([words]) => words.test(message));
    if (known !== undefined)
        return known[1].replace('{permission}', needed);
    if (isFork) {
        return `The token needs '${needed}', but workflows that are triggered by pull requests from forks have a read-only token. To report from a second workflow, see docs/reports.md in the action's repository.`;
    }
    // GitHub responds 404 instead of 403 if the token has no access to the repository (docs, "Troubleshooting the REST API").
    const or = status === 403 ? '' : 'The resource does not exist, or the token has no access to it. ';
    return `${or}Add 'permissions: ${needed}' to the job.`;
}
/**
 * The permission that GitHub accepts. A search before the report can need another one than the report itself.
 * Alternatives are separated by semicolons, such as `issues=write; pull_requests=write`.
 */
function neededPermission(usual, accepted) {
    const alternatives = accepted
        .split(';')
        .map((each) => each.trim().replaceAll('_', '-').replaceAll('=', ': '))
        .filter((each) => /^[a-z-]+: (?:read|write)$/.test(each));
    return alternatives.includes(usual) ? usual : (alternatives[0] ?? usual);
}


/***/ }),

/***/ 2111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lH: () => (/* binding */ waitBeforeRetryMs),
/* harmony export */   r9: () => (/* binding */ gitHubErrorOf),
/* harmony export */   y_: () => (/* binding */ GitHubError)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9368);
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8046);


/** A failed call to GitHub: the request and GitHub's words. */
class GitHubError extends Error {
    name = 'GitHubError';
    /** Undefined if there was no response. */
    status;
    /** GitHub's words, or what happened if there was no response. */
    words;
    /** The permissions that GitHub requires, such as `issues=write; pull_requests=write`; '' if it names none. */
    acceptedPermissions;
    /** @param path method and path of the request. */
    constructor(path, failure) {
        const reply = failure instanceof Error ? undefined : failure;
        const words = failure instanceof Error ? failure.message : wordsOf(failure);
        super(`${path}: ${reply === undefined ? '' : `${reply.status}. `}${words}`, reply === undefined ? { cause: failure } : {});
        this.status = reply?.status;
        this.words = words;
        this.acceptedPermissions = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(reply?.headers['x-accepted-github-permissions']) ?? '';
    }
    /** May the request have had its effect despite the error? */
    get mayHaveHappened() {
        return this.status === undefined || this.status >= 500;
    }
}
/** Keeps a warning readable, whatever the response contains. */
const maxWords = 500;
function wordsOf({ data, status }) {
    const message = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(data)?.['message']) ?? '';
    // The message of a 422 leaves out the details, which are in `errors`.
    const errors = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(data)?.['errors'];
    const details = Array.isArray(errors)
        ? errors.map((error) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)(error) ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(error)?.['message']) ?? '')
        : [];
    const words = [message, ...details].filter((text) => text !== '').join(' ');
    if (words !== '')
        return (0,_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .asSentence */ .KG)((0,_plain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .firstCharacters */ .DR)(words, maxWords));
    return status < 300 ? 'The response is not from GitHub.' : 'GitHub did not give a reason.';
}
/** The error as a GitHubError. Rethrows anything else, so that an unexpected error is never reported as GitHub's. */
function gitHubErrorOf(error) {
    if (error instanceof GitHubError)
        return error;
    throw error;
}
/**
 * The wait before a retry, in milliseconds; undefined if the request must not be retried. GitHub checks rate limits before
 * it does anything, so every request can be retried after one. After a 5xx or a lost response, the request may have had
 * its effect, so only repeatable ones are retried.
 * @param tries failed tries, from 1.
 */
function waitBeforeRetryMs(failure, repeatable, tries, nowMs) {
    const status = 'status' in failure ? failure.status : undefined;
    if ('status' in failure && (status === 403 || status === 429))
        return limitWaitMs(failure, nowMs);
    return repeatable && (status === undefined || status >= 500) ? 500 * 2 ** (tries - 1) : undefined;
}
/** The rules are from "Best practices for using the REST API" in GitHub's docs. A 403 is a rate limit only if it says so. */
function limitWaitMs({ status, headers, data }, nowMs) {
    const retryAfter = String(headers['retry-after']);
    if (/^\d+$/.test(retryAfter))
        return Number(retryAfter) * 1_000;
    const reset = String(headers['x-ratelimit-reset']);
    if (String(headers['x-ratelimit-remaining']) === '0' && /^\d+$/.test(reset)) {
        return Math.max(1_000, Number(reset) * 1_000 - nowMs);
    }
    const isSecondary = /secondary rate limit/i.test((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asText */ .e1)((0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .asRecord */ .qY)(data)?.['message']) ?? '');
    return isSecondary || status === 429 ? 60_000 : undefined;
}


/***/ }),

/***/ 7249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ repositoryUrl),
/* harmony export */   cd: () => (/* binding */ readJob),
/* harmony export */   os: () => (/* binding */ findSubject),
/* harmony export */   s: () => (/* binding */ useKeyOf),
/* harmony export */   wG: () => (/* binding */ isForkPull)
/* harmony export */ });
/* unused harmony export pullsInEvent */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9368);


/** Reads the current job; undefined outside of GitHub Actions. */
function readJob(env, event) {
    const [owner = '', repo = '', ...rest] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
    if (owner === '' || repo === '' || rest.length > 0)
        return undefined;
    const branches = [
        (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(event)?.['repository'])?.['default_branch']),
        env['GITHUB_HEAD_REF'],
        env['GITHUB_BASE_REF'],
        (env['GITHUB_REF'] ?? '').startsWith('refs/heads/') ? env['GITHUB_REF_NAME'] : '',
    ];
    return {
        owner,
        repo,
        /** For example `https://github.com`; a GitHub Enterprise Server has its own. */
        serverUrl: (env['GITHUB_SERVER_URL'] || 'https://github.com').replace(/\/+$/, ''),
        apiUrl: env['GITHUB_API_URL'] || 'https://api.github.com',
        /** The commit that GitHub checked out: for a pull request the merge commit. */
        sha: env['GITHUB_SHA'] ?? '',
        eventName: env['GITHUB_EVENT_NAME'] ?? '',
        event: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(event) ?? {},
        /** Branches that this job works on. Pictures are never committed to them. */
        branches: branches.flatMap((branch) => (branch ? [branch] : [])),
        runId: env['GITHUB_RUN_ID'] ?? '',
        runNumber: Number(env['GITHUB_RUN_NUMBER'] ?? 0) || 0,
        runAttempt: Number(env['GITHUB_RUN_ATTEMPT'] ?? 1) || 1,
    };
}
/** The repository's URL without a trailing slash. */
function repositoryUrl({ serverUrl, owner, repo }) {
    return `${serverUrl}/${owner}/${repo}`;
}
/** Does this job run for a pull request from a fork, with a read-only token? */
function isForkPull({ eventName, event, owner, repo }) {
    if (eventName === 'pull_request_target' || eventName === 'workflow_run')
        return false;
    const head = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(event['pull_request'])?.['head']);
    const from = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(head?.['repo'])?.['full_name']);
    return from !== undefined && from.toLowerCase() !== `${owner}/${repo}`.toLowerCase();
}
/**
 * The key of a use of the action. It is the same in the next run of the workflow, and different for every other use.
 *
 * GITHUB_ACTION is the step's id, the same in main and post. The workflow is identified by its file, because two workflows
 * can have the same title. Jobs of a matrix share all of these, so the key includes the matrix leg. 80 bits of the hash are
 * enough: keys are compared only within one pull request.
 */
function useKeyOf(env, { matrixLeg, reportKey, runs }) {
    const workflow = (env['GITHUB_WORKFLOW_REF'] ?? '').split('@')[0] || env['GITHUB_WORKFLOW'] || '';
    const facts = [
        workflow,
        env['GITHUB_JOB'],
        env['GITHUB_ACTION'],
        compact(matrixLeg),
        reportKey,
        ...runs.map(({ projectId, viewId, parameterNames }) => [
            projectId,
            viewId ?? '',
            ...parameterNames.toSorted(),
        ]),
    ];
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 20);
}
function compact(json) {
    try {
        return JSON.stringify(JSON.parse(json));
    }
    catch {
        // Not JSON, or nested so deeply that it can't be written again. It still distinguishes legs.
        return json;
    }
}
/**
 * Finds the pull request and the commit. Requests only what the event's payload leaves out.
 * @param given the `pr-number` input, which overrides the event.
 */
async function findSubject(job, given, repository) {
    const { numbers, headSha, branch } = pullsInEvent(job);
    const [first, ...others] = numbers;
    const isInEvent = first === given && others.length === 0;
    if (given !== undefined && !isInEvent)
        return subjectOf(await repository.getPull(given));
    if (first !== undefined && headSha === undefined)
        return subjectOf(await repository.getPull(first));
    if (branch === undefined)
        return { pullNumbers: numbers, headSha: headSha ?? job.sha };
    // Several pull requests can have the same head branch. Only those at this commit count.
    const pulls = await repository.pullsFrom(branch.owner, branch.name);
    const atCommit = pulls.filter((pull) => pull.headSha === headSha);
    const open = atCommit.filter(({ isOpen }) => isOpen);
    const chosen = open.length > 0 ? open : atCommit.slice(0, 1);
    return { pullNumbers: chosen.map(({ number }) => number), headSha: headSha ?? '' };
}
function subjectOf({ number, headSha }) {
    return { pullNumbers: [number], headSha };
}
/** Finds the pull requests in the payload. GitHub's webhook documentation lists the fields of each event. */
function pullsInEvent(job) {
    const { eventName, event } = job;
    if (eventName === 'workflow_run')
        return pullsInWorkflowRun(job, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(event['workflow_run']) ?? {});
    if (eventName === 'issue_comment') {
        const issue = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(event['issue']);
        // Issues and pull requests share this event. Only pull requests have the field.
        const isPull = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(issue?.['pull_request']) !== undefined;
        return { numbers: isPull ? numberIn(issue) : [] };
    }
    const pull = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(event['pull_request']);
    return { numbers: numberIn(pull), headSha: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(pull?.['head'])?.['sha']) };
}
function numberIn(pull) {
    const number = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asNumber */ .i)(pull?.['number']);
    return number === undefined ? [] : [number];
}
/**
 * GitHub lists every pull request whose head is the run's branch, including those within a fork, and with their current
 * head commit, not the run's.
 */
function pullsInWorkflowRun(job, run) {
    const headSha = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(run['head_sha']);
    const listed = Array.isArray(run['pull_requests']) ? run['pull_requests'].map(_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY) : [];
    const repository = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(run['head_repository']);
    const numbers = listed.flatMap((pull) => {
        const isOurs = isThisRepository(job, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(pull?.['base'])?.['repo']));
        const head = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(pull?.['head']);
        const isAtCommit = headSha !== undefined && head?.['sha'] === headSha;
        // A fork can have a branch of the same name at the same commit.
        const ids = [(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(head?.['repo'])?.['id'], repository?.['id']].map(_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asNumber */ .i);
        const isFromThere = ids.includes(undefined) || ids[0] === ids[1];
        return isOurs && isAtCommit && isFromThere ? numberIn(pull) : [];
    });
    if (numbers.length > 0)
        return { numbers, headSha };
    const owner = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(repository?.['owner'])?.['login']);
    const name = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(run['head_branch']);
    const isForPull = /^pull_request/.test((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(run['event']) ?? '');
    return isForPull && owner !== undefined && name !== undefined
        ? { numbers, headSha, branch: { owner, name } }
        : { numbers, headSha };
}
/** The payload's short form of a repository has its id and API URL, but not its full name. */
function isThisRepository({ owner, repo, apiUrl, event }, repository) {
    const id = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asNumber */ .i)(repository?.['id']);
    const ownId = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asNumber */ .i)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asRecord */ .qY)(event['repository'])?.['id']);
    if (id !== undefined && ownId !== undefined)
        return id === ownId;
    const address = `${apiUrl}/repos/${owner}/${repo}`.toLowerCase();
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .asText */ .e1)(repository?.['url'])?.toLowerCase() === address;
}


/***/ }),

/***/ 2723:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I2: () => (/* binding */ commentBody),
/* harmony export */   Mp: () => (/* binding */ readMark),
/* harmony export */   TN: () => (/* binding */ endedCheck),
/* harmony export */   fr: () => (/* binding */ abandonedCheck),
/* harmony export */   k4: () => (/* binding */ startedCheck),
/* harmony export */   kM: () => (/* binding */ overviewCheck)
/* harmony export */ });
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8046);
/* harmony import */ var _run_outcome_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5302);
/* harmony import */ var _markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4902);
/* harmony import */ var _overview_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7108);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4702);





/**
 * GitHub's limit is 65,535 bytes for the summary of a check run, not characters (github/rest-api-description, issue 5399),
 * and 65,536 characters for a comment (API response 422, "body is too long"). Characters are never more than bytes.
 */
const maxBytes = 65_000;
/** GitHub's reference names no limit. A title of this length still fits the page. */
const maxTitle = 250;
/** The check run while a run is active. */
function startedCheck(run) {
    return {
        detailsUrl: run.runUrl,
        title: 'The run is in progress in Hex',
        // GitHub ignores the details link of checks made with GITHUB_TOKEN, so the link is in the text as well.
        summary: (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .openRunLink */ .S1)(run.runUrl) || `Run ${run.runId}`,
    };
}
/** The check run after all runs have ended. */
function endedCheck(outcomes, pictures) {
    const runs = [(0,_run_outcome_js__WEBPACK_IMPORTED_MODULE_0__/* .leadingOutcome */ .pD)(outcomes), ...outcomes];
    const detailsUrl = runs.find((outcome) => outcome?.run?.runUrl !== undefined)?.run?.runUrl;
    return overviewCheck(detailsUrl, (0,_overview_js__WEBPACK_IMPORTED_MODULE_1__/* .overviewOf */ .bq)(outcomes, pictures));
}
/** The check run with this result. */
function overviewCheck(detailsUrl, { conclusion, headline, body, pictures }) {
    return {
        conclusion: conclusionOnGitHub(conclusion),
        detailsUrl,
        title: (0,_plain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .firstCharacters */ .DR)(headline, maxTitle),
        summary: (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .fitted */ .$5)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .blocks */ .Bv)(body, pictures), maxBytes),
    };
}
/**
 * The check run that main left open, because it could not reach GitHub at its end, or was killed before it had a verdict.
 */
function abandonedCheck(detailsUrl, verdict) {
    const words = verdict === undefined
        ? 'The step was killed while waiting for the run. The log of its post step shows what happened to the run.'
        : "The step's job summary has the details.";
    return {
        conclusion: 'cancelled',
        title: 'The job was stopped before the result of the run was known',
        ...verdict,
        detailsUrl,
        summary: (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .blocks */ .Bv)(words, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .openRunLink */ .S1)(detailsUrl)),
    };
}
/** A detached run, a dry run, and a skipped run are neither a success nor a failure. */
function conclusionOnGitHub(conclusion) {
    return conclusion === 'detached' || conclusion === 'dry_run' || conclusion === 'skipped'
        ? 'neutral'
        : conclusion;
}
/** Max folded results, and max characters of their headlines: the table stays short. */
const maxEarlier = 10;
const maxHeadline = 160;
/**
 * The whole text of the comment, with earlier results folded. If workflow runs overlap, the newest one stays on top, and the
 * result of an older one goes below it.
 * @param previous the comment's current text; '' if there is none.
 * @param signature proves that this action wrote the comment; '' if there is none.
 */
function commentBody(facts, previous = '', signature = '') {
    const { useKey, useMark, overview, repositoryUrl } = facts;
    const { conclusion } = overview;
    // Each result is one line of the mark.
    const headline = (0,_plain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutBreaks */ .v8)((0,_plain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .firstCharacters */ .DR)(overview.headline, maxHeadline));
    const own = { ...facts, conclusion, headline };
    const others = readMark(previous, useKey)?.results.filter((result) => result.useMark !== useMark);
    // The sort is stable, so this result comes before those of the same attempt.
    const [top, ...earlier] = [own, ...(others ?? [])].sort(newestFirst).slice(0, 1 + maxEarlier);
    const shown = top === own ? topOf(facts) : topIn(previous);
    const mark = markOf(useKey, signature, top === undefined ? [] : [top, ...earlier]);
    const below = earlierSection(earlier, repositoryUrl);
    return `${mark}${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .fitted */ .$5)(shown, maxBytes - Buffer.byteLength(mark + below))}${below}\n`;
}
function newestFirst({ workflowRun: a }, { workflowRun: b }) {
    return b.number - a.number || b.attempt - a.attempt;
}
/** The visible text of the newest result. */
function topOf({ overview, repositoryUrl, ...source }) {
    const { conclusion, headline, body, pictures } = overview;
    const links = sourceLinks(source, repositoryUrl, 'workflow run ');
    return (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .blocks */ .Bv)((0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .heading */ .R_)(_overview_js__WEBPACK_IMPORTED_MODULE_1__/* .icons */ .Pt[conclusion], headline), body, `Commit ${links.join(' · ')}`, pictures);
}
const earlierTitle = 'Earlier results';
function earlierSection(results, repositoryUrl) {
    if (results.length === 0)
        return '';
    const head = ['', 'Result', 'Commit', 'Workflow run', 'When'];
    const rows = results.map((result) => [
        _overview_js__WEBPACK_IMPORTED_MODULE_1__/* .icons */ .Pt[result.conclusion],
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .escapeMarkdown */ .FV)(result.headline),
        ...sourceLinks(result, repositoryUrl, ''),
    ]);
    const title = `${earlierTitle} (${results.length})`;
    return `\n\n${(0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .folded */ .TM)(title, (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .table */ .tp)(head, rows, ['Workflow run']))}`;
}
/** The text of a comment between its mark and the earlier results. */
function topIn(body) {
    const rest = body.replace(markPattern, '').replaceAll('\r\n', '\n');
    const end = rest.lastIndexOf(`\n\n<details><summary>${earlierTitle}`);
    return (end === -1 ? rest : rest.slice(0, end)).trim();
}
function sourceLinks({ headSha, workflowRun, atMs }, repositoryUrl, prefix) {
    const { id, number, attempt } = workflowRun;
    return [
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)(`\`${headSha.slice(0, 7)}\``, `${repositoryUrl}/commit/${headSha}`),
        (0,_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .link */ .nf)(`${prefix}${number}`, `${repositoryUrl}/actions/runs/${id}/attempts/${attempt}`),
        (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .utcMinute */ .vD)(atMs),
    ];
}
/** The first line of our comments, which readers don't see. GitHub's editor saves `\r\n`. */
const markPattern = /^<!-- hex-run-action key=(\w+) signature=(\w*) results=(\S*) -->\r?\n/;
/** A line of the mark's results: conclusion, use, workflow run, commit, time, and headline. */
const resultPattern = /^(\w+) (\w+) (\d{1,20})\.(\d{1,15})\.(\d{1,15}) ([0-9a-f]{7,64}) (\d{1,15}) (.*)$/;
/** In base64, because a headline contains text from outside, which could end an HTML comment. */
function markOf(useKey, signature, results) {
    const lines = results.map(({ conclusion, useMark, workflowRun, headSha, atMs, headline }) => {
        const { id, number, attempt } = workflowRun;
        return `${conclusion} ${useMark} ${id}.${number}.${attempt} ${headSha} ${Math.floor(atMs)} ${headline}`;
    });
    const encoded = Buffer.from(lines.join('\n')).toString('base64');
    return `<!-- hex-run-action key=${useKey} signature=${signature} results=${encoded} -->\n`;
}
/**
 * Reads the mark of a comment with this key: its signature, and the results that the comment shows, newest first. Undefined
 * for any other text. The results are empty if someone damaged the mark.
 */
function readMark(body, useKey) {
    const [, key, signature = '', encoded = ''] = markPattern.exec(body) ?? [];
    if (key !== useKey)
        return undefined;
    const lines = Buffer.from(encoded, 'base64').toString('utf8').split('\n');
    return { signature, results: lines.flatMap((line) => readResult(line) ?? []) };
}
/** Comments can be edited by hand, so only a valid line is a result. Its headline is escaped again when it is shown. */
function readResult(line) {
    const [, conclusion = '', useMark = '', id = '', number, attempt, headSha = '', atMs, headline] = resultPattern.exec(line) ?? [];
    if (!isConclusion(conclusion) || headline === undefined)
        return undefined;
    const workflowRun = { id, number: Number(number), attempt: Number(attempt) };
    return { conclusion, useMark, workflowRun, headSha, atMs: Number(atMs), headline };
}
function isConclusion(text) {
    return Object.hasOwn(_overview_js__WEBPACK_IMPORTED_MODULE_1__/* .icons */ .Pt, text);
}


/***/ }),

/***/ 8704:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CO: () => (/* binding */ openResponseFile),
/* harmony export */   Fq: () => (/* binding */ writeFileIn),
/* harmony export */   j_: () => (/* binding */ readEvent)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6790);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9368);
/* harmony import */ var _plain_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8046);






/** The event payload; undefined if it can't be read. */
async function readEvent(env) {
    // Outside of GitHub Actions there is no event.
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parsedJson */ .U4)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(env['GITHUB_EVENT_PATH'] ?? '', 'utf8').catch(() => ''));
}
/** Writes a file, creates its folder if needed, and returns its path. */
async function writeFileIn(folder, name, bytes) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true });
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(path, bytes);
    return path;
}
/**
 * Resolves `save-to` relative to the workspace, and creates its folder. After links are followed, the path must be in the
 * workspace or in the runner's temporary folder, and not in a reserved folder. Throws an InvalidValue.
 */
async function openResponseFile(text, env) {
    const workspace = env['GITHUB_WORKSPACE'] ?? '';
    const temp = env['RUNNER_TEMP'] ?? '';
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(workspace, text);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
    if (/[\p{Cc}]/u.test(text) || workspace === '')
        refuseOutside(text);
    if (/[\\/]$/.test(text))
        (0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(`${(0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(text)} is a folder. Add a file name.`);
    try {
        const existing = await nearestExisting(folder);
        checkPlace(text, (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(existing), (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(existing, path)), {
            workspace: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(workspace),
            temp: temp === '' ? '' : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.realpath)(temp),
        });
        const kind = await kindOf(path);
        if (kind === 'folder')
            (0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(`${(0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(text)} is a folder. Add a file name.`);
        if (kind === 'link')
            (0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(`${(0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(text)} is a symbolic link. Use a regular file.`);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.mkdir)(folder, { recursive: true });
        return (response) => replaceFile(path, response);
    }
    catch (error) {
        if (error instanceof _inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .InvalidValue */ .h6)
            throw error;
        (0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(`${(0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(text)} cannot be written: ${(0,_plain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)(error)}`);
    }
}
/**
 * The runner's own folders in RUNNER_TEMP begin with an underscore: `_runner_file_commands`, with which a step sets
 * variables and outputs, `_github_workflow` with the event, `_github_home` with the settings of tools (actions/runner,
 * FileCommandManager.cs, ContainerOperationProvider.cs).
 */
const runnersFolder = /^_[^\\/]*[\\/]/;
/**
 * Git executes hooks and settings in its folder. Windows and macOS ignore case. Windows also ignores dots and spaces at the
 * end, and accepts `git~1` and streams (`:`) as other names of the same folder.
 */
const gitFolder = /^(?:\.git|git~\d+)[ .]*(?::.*)?$/i;
function checkPlace(text, path, { workspace, temp }) {
    const isInTemp = temp !== '' && isInside(temp, path);
    if (!isInTemp && !isInside(workspace, path))
        refuseOutside(text);
    const isRunners = isInTemp && runnersFolder.test((0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(temp, path));
    // Also as written, because a `.git` can itself be a link.
    if (isRunners || `${text}/${path}`.split(/[\\/]/).some((part) => gitFolder.test(part))) {
        (0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(`${(0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(text)} is in a folder that is reserved for the runner or Git. Use a different path.`);
    }
}
function refuseOutside(text) {
    (0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)(`${(0,_inputs_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .quoted */ .TL)(text)} is not a file in the workspace or in the runner's temporary folder (RUNNER_TEMP). Use a path in one of them.`);
}
function isInside(root, path) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.relative)(root, path);
    return way !== '' && way !== '..' && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_2__.sep}`) && !(0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(way);
}
/** Writes a new file and renames it, because an existing file would keep its mode. */
async function replaceFile(path, text) {
    const fresh = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path), `.hex-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}.tmp`);
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.writeFile)(fresh, text, { mode: 0o600, flag: 'wx' });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rename)(fresh, path);
    }
    catch (error) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(fresh, { force: true });
        throw error;
    }
}
async function nearestExisting(folder) {
    const kind = await kindOf(folder);
    return kind === 'none' ? nearestExisting((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(folder)) : folder;
}
async function kindOf(path) {
    try {
        const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.lstat)(path);
        if (stats.isSymbolicLink())
            return 'link';
        return stats.isDirectory() ? 'folder' : 'file';
    }
    catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
            return 'none';
        throw error;
    }
}


/***/ })

};
