export const id = 841;
export const ids = [841];
export const modules = {

/***/ 4841:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   finishOpenCheck: () => (/* binding */ finishOpenCheck)
/* harmony export */ });
/* harmony import */ var _github_job_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9630);
/* harmony import */ var _report_check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7619);
/* harmony import */ var _report_report_trouble_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5411);
/* harmony import */ var _runner_files_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8704);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6680);
/* harmony import */ var _check_state_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5644);
/* harmony import */ var _scene_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6877);







/** In the post step: completes the check run that a killed main step left open. Most jobs left none. */
async function finishOpenCheck(world) {
    const { runner } = world;
    const check = (0,_check_state_js__WEBPACK_IMPORTED_MODULE_6__/* .readOpenCheck */ .t)(runner.state(_check_state_js__WEBPACK_IMPORTED_MODULE_6__/* .checkStateName */ .H));
    if (check === undefined)
        return;
    const use = { matrixLeg: '', projectIds: [] };
    const job = (0,_github_job_js__WEBPACK_IMPORTED_MODULE_0__/* .readJob */ .cd)(runner.env, await (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_3__/* .readEvent */ .j)(runner.env), use);
    if (job === undefined)
        return;
    const token = runner.input('github-token').trim();
    if (token.length >= 4)
        runner.mask(token);
    const scene = (0,_scene_js__WEBPACK_IMPORTED_MODULE_5__/* .openScene */ .H)(world, job, token);
    await (0,_scene_js__WEBPACK_IMPORTED_MODULE_5__/* .bestEffort */ .z)(scene, _report_report_trouble_js__WEBPACK_IMPORTED_MODULE_2__/* .reportKinds */ .e.check, async (time) => {
        const report = (0,_report_check_js__WEBPACK_IMPORTED_MODULE_1__/* .abandonedCheck */ .fr)(check.runUrl, check.verdict);
        await (0,_check_js__WEBPACK_IMPORTED_MODULE_4__/* .finishCheck */ .o)(await scene.repository(), check, report, time);
    });
}


/***/ })

};
