export const id = 579;
export const ids = [579];
export const modules = {

/***/ 4579:
/***/ function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  finishWantedReports: () => (/* binding */ finishWantedReports)
});

// EXTERNAL MODULE: ./build/github/job.js
var github_job = __webpack_require__(7249);
// EXTERNAL MODULE: ./build/inputs/contract.js
var contract = __webpack_require__(5984);
// EXTERNAL MODULE: ./build/inputs/problems.js
var problems = __webpack_require__(6790);
;// CONCATENATED MODULE: ./build/inputs/scalars.js

/** YAML 1.2's words for yes and no. `'True'` counts too: a wrong case must never silently mean no. */
function parseBoolean(text) {
    switch (text.trim().toLowerCase()) {
        case 'true':
            return (0,problems/* value */.Uq)(true);
        case 'false':
            return (0,problems/* value */.Uq)(false);
        default:
            return (0,problems/* problem */.CC)(`${(0,problems/* quoted */.TL)(text)} is neither true nor false: write one of the two.`);
    }
}
/** A whole number from `low` to `high`. */
function parseInteger(text, low, high) {
    const trimmed = text.trim();
    const number = /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
    return number >= low && number <= high
        ? (0,problems/* value */.Uq)(number)
        : (0,problems/* problem */.CC)(`${(0,problems/* quoted */.TL)(text)} is not a whole number from ${low} to ${high}: write one.`);
}

// EXTERNAL MODULE: ./build/report/check.js
var report_check = __webpack_require__(7619);
// EXTERNAL MODULE: ./build/report/report-trouble.js
var report_trouble = __webpack_require__(5411);
// EXTERNAL MODULE: ./build/runner/files.js
var files = __webpack_require__(8704);
// EXTERNAL MODULE: ./build/actions/reports/check.js
var reports_check = __webpack_require__(6680);
// EXTERNAL MODULE: ./build/actions/reports/check-state.js
var check_state = __webpack_require__(5644);
// EXTERNAL MODULE: ./build/actions/reports/comment.js + 1 modules
var comment = __webpack_require__(5430);
// EXTERNAL MODULE: ./build/actions/reports/scene.js + 4 modules
var reports_scene = __webpack_require__(6877);
// EXTERNAL MODULE: ./build/actions/reports/use.js
var reports_use = __webpack_require__(431);
;// CONCATENATED MODULE: ./build/actions/reports/finish.js











/**
 * In the post step: completes the check run that a killed main step left open, and brings the post step's last word
 * to this use's own check and comment. Most jobs leave nothing to do.
 */
async function finishWantedReports(world, lastWord) {
    const { runner } = world;
    const use = (0,reports_use/* readUse */.UT)(runner.state(reports_use/* useStateName */.ks));
    const job = (0,github_job/* readJob */.cd)(runner.env, await (0,files/* readEvent */.j)(runner.env));
    if (job === undefined || use === undefined)
        return;
    const text = (name) => runner.input(name).trim() || contract/* runInputDefaults */.i[name];
    const token = runner.input('github-token').trim();
    if (token.length >= 4)
        runner.mask(token);
    const number = parseInteger(text('pr-number').replace(/^#/, ''), 1, 999_999_999);
    const scene = (0,reports_scene/* openScene */.H)(world, job, use, token, number.ok ? number.value : undefined);
    const prComment = parseBoolean(text('pr-comment'));
    await Promise.all([
        endCheck(scene, lastWord),
        lastWord !== undefined && prComment.ok && prComment.value
            ? (0,comment/* writeComment */.H)(scene, { ...lastWord, parts: [lastWord.markdown, ''] })
            : undefined,
    ]);
}
async function endCheck(scene, lastWord) {
    const check = (0,check_state/* readOpenCheck */.t)(scene.runner.state(check_state/* checkStateName */.H));
    // What another use made is none of ours, whatever the state says.
    if (check === undefined || check.externalId !== scene.use.mark)
        return;
    if (check.isCompleted === true && lastWord === undefined)
        return;
    await (0,reports_scene/* bestEffort */.z)(scene, report_trouble/* reportKinds */.e.check, async (time) => {
        const report = lastWord === undefined
            ? (0,report_check/* abandonedCheck */.fr)(check.runUrl, check.verdict)
            : (0,report_check/* lastWordCheck */.LY)(check.runUrl, lastWord);
        await (0,reports_check/* finishCheck */.o)(await scene.repository(), check, report, lastWord !== undefined, time);
    });
}


/***/ }

};
