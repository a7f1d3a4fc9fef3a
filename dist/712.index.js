export const id = 712;
export const ids = [712];
export const modules = {

/***/ 4712:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseStructured: () => (/* binding */ parseStructured)
});

// EXTERNAL MODULE: ./build/json.js
var json = __webpack_require__(9368);
// EXTERNAL MODULE: ./build/plain-text.js
var plain_text = __webpack_require__(8046);
// EXTERNAL MODULE: ./build/inputs/problems.js
var problems = __webpack_require__(6790);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./build/inputs/yaml.js


/** The library searches all anchors for each alias, which takes quadratic time. */
const maxAliases = 500;
const tooManyAliases = 'The value uses too many aliases (*name). Write out the values instead.';
/** Max nesting depth of values. Parameters and request bodies need a few levels. */
const maxDepth = 40;
/** The problem with deeper values. */
const tooDeep = `The value is nested more than ${maxDepth} levels deep. Reduce the nesting.`;
/** Marks a missing value: `a:` without anything after it is not an explicit null. */
const unwritten = Symbol('no value');
/** A symbol, so that no mapping in a text looks like a number. */
const mark = Symbol('written number');
function isWrittenNumber(it) {
    return typeof it === 'object' && it !== null && mark in it;
}
/**
 * Parses YAML 1.2 with its core schema: `yes` and dates are strings. Supports merge keys (`<<`), because people use them
 * and no parameter has that name. Limits aliases, so that a small text can't expand to a huge value.
 */
function parseYaml(text) {
    const lineCounter = new dist/* LineCounter */.HN();
    try {
        const document = (0,dist/* parseDocument */.Tp)(text, {
            version: '1.2',
            merge: true,
            // Otherwise `007: x` would be a parameter with the name 7.
            stringKeys: true,
            // The library compares each key with every other, and its pretty errors copy the text. Both take quadratic
            // time. `markWritten` compares the keys.
            uniqueKeys: false,
            prettyErrors: false,
            // Otherwise tags such as `!!binary` create values that JSON does not have.
            resolveKnownTags: false,
            lineCounter,
        });
        // Warnings are about tags that would be dropped, so Hex would receive another value.
        const error = document.errors[0] ?? document.warnings[0];
        if (error?.code === 'RESOURCE_EXHAUSTION')
            (0,problems/* refuse */.TR)(tooDeep);
        if (error !== undefined) {
            const { line, col } = lineCounter.linePos(error.pos[0]);
            (0,problems/* refuse */.TR)(`The value is not valid YAML (line ${line}, column ${col}). ${meaningOf(error.code)}`);
        }
        const repeated = markWritten(document);
        return {
            root: document.toJS({ maxAliasCount: 50 }),
            complaints: repeated.map((name) => `${(0,problems/* named */.KT)(name)} is set twice. Remove one of the two lines.`),
        };
    }
    catch (error) {
        (0,problems/* refuse */.TR)(meaningOfThrown(error));
    }
}
/** The problem behind an exception: nesting that is too deep, aliases, or merge keys. */
function meaningOfThrown(error) {
    if (error instanceof problems/* InvalidValue */.h6)
        return error.message;
    if (error instanceof RangeError)
        return tooDeep;
    const message = error instanceof Error ? error.message : '';
    if (message.startsWith('Excessive alias count'))
        return tooManyAliases;
    return message.startsWith('Unresolved alias')
        ? 'The value is not valid YAML. A value that starts with * needs quotes.'
        : 'The value is not valid YAML. << requires an alias to a mapping (<<: *name) or a list of aliases.';
}
/** Keeps numbers as written, and marks missing values. Returns the names that occur twice in a mapping. */
function markWritten(document) {
    const repeated = new Set();
    let aliases = 0;
    (0,dist/* visit */.YR)(document, {
        Alias() {
            aliases += 1;
            if (aliases > maxAliases)
                (0,problems/* refuse */.TR)(tooManyAliases);
        },
        Map(_, { items }) {
            const keys = new Set();
            for (const { key } of items) {
                const name = (0,dist/* isScalar */.jn)(key) ? String(key.value) : String(key);
                if (keys.has(name))
                    repeated.add(name);
                keys.add(name);
            }
        },
        Pair(_, pair) {
            // `{a}` and `? a` have no value node at all.
            if (pair.value === null)
                pair.value = new dist/* Scalar */.X5(unwritten);
        },
        Scalar(_, node) {
            const { value, source = '' } = node;
            if (typeof value === 'number')
                node.value = { [mark]: true, source, parsed: value };
            else if (value === null && source === '')
                node.value = unwritten;
        },
    });
    return [...repeated];
}
const indentation = 'Check the indentation, and put values that contain ": " in quotes.';
const startsWithMark = 'A value that starts with * or & needs quotes.';
const startsWithSpecial = 'A value that starts with a special character needs quotes.';
/** What to do about an error of the library. The library's own message can repeat values. */
const meanings = {
    TAB_AS_INDENT: 'YAML does not allow tabs for indentation. Use spaces.',
    BAD_INDENT: indentation,
    BLOCK_IN_FLOW: indentation,
    BLOCK_AS_IMPLICIT_KEY: indentation,
    MULTILINE_IMPLICIT_KEY: indentation,
    MISSING_CHAR: 'A space, comma, bracket, or quote is missing here or earlier.',
    MULTIPLE_DOCS: 'A second document starts here (---). Use only one document.',
    BAD_ALIAS: startsWithMark,
    ALIAS_PROPS: startsWithMark,
    BAD_SCALAR_START: startsWithSpecial,
    BAD_DIRECTIVE: startsWithSpecial,
    BAD_DQ_ESCAPE: 'Invalid escape sequence. In double quotes, write \\\\ for a backslash, or use single quotes.',
    TAG_RESOLVE_FAILED: 'Tags (!name) are not supported. Remove the tag, or put the value in quotes.',
    NON_STRING_KEY: 'Keys must be text.',
};
function meaningOf(code) {
    return meanings[code] ?? 'Put values with special characters in quotes.';
}

;// CONCATENATED MODULE: ./build/inputs/structured.js




/** More than any input: on Linux, the runner cannot start a process with an input of 128 KiB. */
const maxCharacters = 1_048_576;
/** Doubles keep every decimal of 15 significant digits (IEEE 754, DBL_DIG). */
const maxDigits = 15;
/**
 * Readings of longer texts are left out of the error. A numeric secret may hide behind them, and the runner
 * masks only the text as it was written.
 */
const maxShown = 9;
/** An invisible character at an edge of a key. A plain space in quotes can be intended. */
const invisibleEdge = /^[\u00A0\u1680\u2000-\u200D\u202F\u205F\u2060\u3000\uFEFF]|[\u00A0\u1680\u2000-\u200D\u202F\u205F\u2060\u3000\uFEFF]$/;
/**
 * Parses YAML or JSON and keeps types: `"007"` is a string, `1234567890` a number, `true` a boolean. Refuses values that
 * would reach Hex as something else than was written, all in one problem. Problems never repeat strings, because they can
 * be secret.
 */
function parseStructured(text, rules = {}) {
    if (text.length > maxCharacters)
        (0,problems/* refuse */.TR)(`The value is larger than ${maxCharacters / 1024} KiB.`);
    // YAML has three line breaks, and the library knows two of them. Leading spaces are part of its indentation.
    const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
    const isWholeJson = (0,json/* parsedJson */.U4)(lines) !== undefined;
    if (!isWholeJson && hasRawLineBreak(lines))
        (0,problems/* refuse */.TR)('A string in this JSON contains a line break. Use toJSON(), or write \\n for the line break.');
    // JSON is YAML, except for the rule about numbers.
    return sentValue(parseYaml(lines), isWholeJson, rules);
}
/**
 * Would the text be JSON without the line breaks in its strings? An expression between quotes produces such text,
 * and YAML would read each line break as a space.
 */
function hasRawLineBreak(text) {
    const strings = /"(?:[^"\\]|\\.)*"?/gs;
    if (!text.match(strings)?.some((string) => string.includes('\n')))
        return false;
    // Raw tabs are not valid JSON either. With a trailing comma the text is YAML, which would fold the string too.
    const oneLine = text.replace(strings, (string) => string.replace(/[\n\t]/g, '\\n'));
    return (0,json/* parsedJson */.U4)(oneLine.replace(/,(\s*[}\]])/g, '$1')) !== undefined;
}
/** The value to send, or the problems with values that can't be sent as they were written. */
function sentValue({ root, complaints: found }, isJson, rules) {
    const complaints = [...found];
    const sent = (it, path, depth) => {
        if (depth > maxDepth) {
            complaints.push(tooDeep);
            return undefined;
        }
        if (it === unwritten || (it === null && rules.nulls !== true)) {
            complaints.push(noValue(path));
            return undefined;
        }
        if (isWrittenNumber(it)) {
            if (depth === rules.textDepth)
                return it.source;
            const complaint = complaintAboutNumber(it, isJson);
            if (complaint !== undefined)
                complaints.push(`${path === '' ? 'The value' : (0,problems/* named */.KT)(path)} ${complaint}`);
            return it.parsed;
        }
        if (typeof it !== 'object' || it === null)
            return it;
        // Only the beginning is shown. Cut it here, so that a long name is not copied for each of its children.
        const place = (key) => (0,plain_text/* firstCharacters */.DR)(`${path === '' ? '' : `${path}.`}${(0,plain_text/* firstCharacters */.DR)(key, 100)}`, 100);
        if (Array.isArray(it))
            return it.map((child, index) => sent(child, place(String(index)), depth + 1));
        const entries = Object.entries(it).map(([key, child]) => {
            if (invisibleEdge.test(key)) {
                complaints.push(`The name ${(0,problems/* named */.KT)(place(key))} starts or ends with an invisible character, such as a no-break space. Retype the name.`);
            }
            return [key, sent(child, place(key), depth + 1)];
        });
        return Object.fromEntries(entries);
    };
    const it = sent(root, '', 0);
    if (complaints.includes(tooDeep))
        (0,problems/* refuse */.TR)(tooDeep);
    return complaints.length > 0 ? (0,problems/* refuse */.TR)((0,problems/* someOf */.yU)(complaints)) : it;
}
/** The problem with a missing value. */
function noValue(path) {
    return `${path === '' ? 'The input' : (0,problems/* named */.KT)(path)} has no value. If you use an expression, check that it is not empty. Otherwise, set a value, use "" for empty text, or remove the line.`;
}
/**
 * Why a number can't be sent, as the end of a sentence; undefined if Hex receives what was written.
 *
 * YAML reads many texts as numbers: commit ids (`6063e25`), versions (`3.10`), phone numbers (`+4912345`), `0x1F`. A
 * plain scalar counts as a number only in the usual notation: without a plus sign, leading zeros, or zeros at the end of a
 * decimal, and with a point or a sign in an exponent. JSON is mostly written by programs, so only lost digits and
 * exponents that look like a commit id are refused there.
 */
function complaintAboutNumber({ source, parsed }, isJson) {
    const isUsual = isJson ? !/^-?\d+e\d/i.test(source) : isUsuallyWritten(source, parsed);
    if (isUsual && isKept(source, parsed))
        return undefined;
    if (/inf|nan/i.test(source))
        return 'is not a finite number. To send it as text, put it in quotes.';
    const isOtherBase = /[xo]/.test(source) && Number.isSafeInteger(parsed);
    const reading = JSON.stringify(parsed);
    // Suggest a number only if it is equal, and if this rule accepts it.
    if (!(isKept(source, parsed) || isOtherBase) || !isUsuallyWritten(reading, Number(reading))) {
        return 'has too many digits for a number. To send it as text, put it in quotes.';
    }
    return source.length > maxShown
        ? 'can be read as a number or as text. To send it as text, put it in quotes.'
        : `can be read as a number or as text. Write ${reading} for the number or "${source}" for the text.`;
}
/** Excludes `-0`, which JSON sends as 0. */
function isUsuallyWritten(source, parsed) {
    if (/^-?(0|[1-9]\d*)$/.test(source)) {
        return Number.isSafeInteger(parsed) && !Object.is(parsed, -0);
    }
    const isDecimal = /^-?(0|[1-9]\d*)\.\d*[1-9]$/.test(source);
    const isExponent = /^-?(0|[1-9]\d*)(\.\d+e[-+]?|e[-+])\d/i.test(source) && !Object.is(parsed, -0);
    const [mantissa = ''] = source.split(/e/i);
    const digits = mantissa.replace(/[-.]/g, '').replace(/^0+/, '');
    return (isDecimal || isExponent) && digits.length <= maxDigits;
}
/** Does JSON send the same number as written, digit for digit? */
function isKept(source, parsed) {
    return decimalOf(source) === decimalOf(JSON.stringify(parsed));
}
/** The normal form of a decimal number without its sign: its significant digits, and the place of the first one. */
function decimalOf(text) {
    const [mantissa = '', exponent = '0'] = text.toLowerCase().replace(/^[-+]/, '').split('e');
    const [whole = '', fraction = ''] = mantissa.split('.');
    const digits = `${whole}${fraction}`.replace(/^0+/, '');
    let end = digits.length;
    while (digits[end - 1] === '0')
        end -= 1;
    const place = Number(exponent) - fraction.length + digits.length;
    return end === 0 ? '0' : `${digits.slice(0, end)}e${place}`;
}


/***/ })

};
