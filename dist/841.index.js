export const id = 841;
export const ids = [841];
export const modules = {

/***/ 4841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   finishWantedReports: () => (/* binding */ finishWantedReports)
/* harmony export */ });
/* harmony import */ var _github_job_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9630);
/* harmony import */ var _inputs_contract_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5984);
/* harmony import */ var _inputs_scalars_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3237);
/* harmony import */ var _report_check_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7619);
/* harmony import */ var _report_report_trouble_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5411);
/* harmony import */ var _runner_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8704);
/* harmony import */ var _state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6037);
/* harmony import */ var _step_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9478);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6680);
/* harmony import */ var _comment_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7700);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7071);











/**
 * In the post step: completes the check run that a killed main step left open, and writes the post step's last word to
 * this use's own check run and comment. Most jobs leave nothing to do.
 */
async function finishWantedReports(step, lastWord) {
    const { runner } = step;
    const use = (0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .readUse */ .UT)(runner.state(_state_js__WEBPACK_IMPORTED_MODULE_6__/* .useStateName */ .ks));
    const job = (0,_github_job_js__WEBPACK_IMPORTED_MODULE_0__/* .readJob */ .cd)(runner.env, await (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_5__/* .readEvent */ .j)(runner.env));
    if (job === undefined || use === undefined)
        return;
    const text = (name) => runner.input(name).trim() || _inputs_contract_js__WEBPACK_IMPORTED_MODULE_1__/* .runInputDefaults */ .ie[name];
    const gitHubToken = runner.input('github-token').trim();
    (0,_step_js__WEBPACK_IMPORTED_MODULE_7__/* .maskToken */ .gg)(runner, gitHubToken);
    const number = (0,_inputs_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .parseInteger */ .c)(text('pr-number').replace(/^#/, ''), 1, 999_999_999);
    const context = (0,_context_js__WEBPACK_IMPORTED_MODULE_10__/* .openContext */ .e)(step, {
        job,
        use,
        gitHubToken,
        pullNumber: number.ok ? number.value : undefined,
    });
    const prComment = (0,_inputs_scalars_js__WEBPACK_IMPORTED_MODULE_2__/* .parseBoolean */ .y)(text('pr-comment'));
    await Promise.all([
        endCheck(context, lastWord),
        lastWord !== undefined && prComment.ok && prComment.value
            ? (0,_comment_js__WEBPACK_IMPORTED_MODULE_9__/* .writeComment */ .H)(context, lastWord)
            : undefined,
    ]);
}
async function endCheck(context, lastWord) {
    const check = (0,_state_js__WEBPACK_IMPORTED_MODULE_6__/* .readOpenCheck */ .t9)(context.runner.state(_state_js__WEBPACK_IMPORTED_MODULE_6__/* .checkStateName */ .HW));
    // Never change a check run of another use, whatever the state says.
    if (check === undefined || check.externalId !== context.use.mark)
        return;
    if (check.isCompleted === true && lastWord === undefined)
        return;
    await (0,_context_js__WEBPACK_IMPORTED_MODULE_10__/* .bestEffort */ .z)(context, _report_report_trouble_js__WEBPACK_IMPORTED_MODULE_4__/* .reportKinds */ .e.check, async (time) => {
        const report = lastWord === undefined
            ? (0,_report_check_js__WEBPACK_IMPORTED_MODULE_3__/* .abandonedCheck */ .fr)(check.runUrl, check.verdict)
            : (0,_report_check_js__WEBPACK_IMPORTED_MODULE_3__/* .overviewCheck */ .kM)(check.runUrl, lastWord);
        await (0,_check_js__WEBPACK_IMPORTED_MODULE_8__/* .finishCheck */ .o)(await context.repository(time), check, report, lastWord !== undefined);
    });
}


/***/ }),

/***/ 3237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ parseInteger),
/* harmony export */   y: () => (/* binding */ parseBoolean)
/* harmony export */ });
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6790);

/** Parses true or false in any case, so that `'True'` never silently means false. */
function parseBoolean(text) {
    switch (text.trim().toLowerCase()) {
        case 'true':
            return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)(true);
        case 'false':
            return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)(false);
        default:
            return (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} is not a boolean. Use true or false.`);
    }
}
/** Parses a whole number from `low` to `high`. */
function parseInteger(text, low, high) {
    const trimmed = text.trim();
    const number = /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
    return number >= low && number <= high
        ? (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .value */ .Uq)(number)
        : (0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(text)} must be a whole number from ${low} to ${high}.`);
}


/***/ })

};
