export const id = 697;
export const ids = [697];
export const modules = {

/***/ 3697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseYaml: () => (/* binding */ parseYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6790);
/* harmony import */ var _structured_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8745);



/**
 * YAML 1.2 with its core schema: `yes` and dates are texts. Aliases are limited, so that none is a bomb.
 * @param writtenNulls null may be written (`null`, `~`); a key with nothing behind it is refused then.
 */
function parseYaml(text, writtenNulls = false) {
    try {
        const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, {
            version: '1.2',
            schema: 'core',
            prettyErrors: true,
            strict: true,
        });
        const error = document.errors[0];
        if (error !== undefined)
            return (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)(`It is not YAML: ${firstLine(error.message)}.`);
        const complaint = changedNumber(document) ?? (writtenNulls ? missingValue(document) : undefined);
        if (complaint !== undefined)
            return (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)(complaint);
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .value */ .Uq)(document.toJS({ maxAliasCount: 50 }));
    }
    catch (error) {
        // What the library throws here is about the text: too many aliases, or nesting that is too deep for it.
        return (0,_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problem */ .CC)(`It is not YAML that can be read: ${firstLine(error instanceof Error ? error.message : String(error))}.`);
    }
}
/** A number that does not mean what it looks like: `007` is 7, and 20 digits are rounded. */
function changedNumber(document) {
    let complaint;
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Scalar(key, node, path) {
            if (key === 'key' || typeof node.value !== 'number' || node.source === undefined)
                return undefined;
            const name = keyOf(path);
            if (!(0,_structured_js__WEBPACK_IMPORTED_MODULE_2__/* .isExact */ .u0)(node.value, node.source))
                complaint = (0,_structured_js__WEBPACK_IMPORTED_MODULE_2__/* .inexact */ .Nw)(name, node.source);
            if (/^[-+]?0\d/.test(node.source)) {
                complaint = `${name === '' ? 'The number' : `'${name}'`} is written ${node.source} and would be sent as ${node.value}: quote it ("${node.source}") to send it as text.`;
            }
            return complaint === undefined ? undefined : yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR.BREAK;
        },
    });
    return complaint;
}
/** A null that nobody wrote: `status:` with nothing behind it, for instance an expression that came to nothing. */
function missingValue(document) {
    let complaint;
    (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR)(document, {
        Scalar(key, node, path) {
            if (key === 'key' || node.value !== null || (node.source ?? '') !== '')
                return undefined;
            complaint = (0,_structured_js__WEBPACK_IMPORTED_MODULE_2__/* .noValue */ .$U)(keyOf(path));
            return yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR.BREAK;
        },
        Pair(_, pair) {
            // `{a}` and `? a` have not even an empty value.
            if (pair.value !== null)
                return undefined;
            complaint = (0,_structured_js__WEBPACK_IMPORTED_MODULE_2__/* .noValue */ .$U)((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key) ? String(pair.key.value) : '');
            return yaml__WEBPACK_IMPORTED_MODULE_0__/* .visit */ .YR.BREAK;
        },
    });
    return complaint;
}
/** The key that a value stands behind; '' in a list or alone. */
function keyOf(path) {
    const pair = path.at(-1);
    return pair !== undefined && 'key' in pair && (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key) ? String(pair.key.value) : '';
}
function firstLine(message) {
    return (message.split('\n')[0] ?? '').replace(/[:.\s]+$/, '').slice(0, 200);
}


/***/ })

};
