import { describe, expect, test } from 'vitest'
import { pictureAddress, withFileNames } from '../../src/actions/reports/open.ts'
import { pictureSection } from '../../src/report/overview.ts'
import { outcomeWith } from './outcomes.ts'

const bytes = new Uint8Array()

function namesOf(...charts: ReadonlyArray<string>): ReadonlyArray<string> {
  const one = outcomeWith()
  const pictures = charts.map((name) => ({ chart: { name, staticId: 's' }, outcome: one, bytes }))
  return withFileNames(pictures).map(({ fileName }) => fileName)
}

describe('file names', () => {
  test.each([
    ['Net revenue', 'net-revenue.png'],
    ['Umsatz (netto) – München', 'umsatz-netto-munchen.png'],
    ['売上', '売上.png'],
    ['../../etc/passwd', 'etc-passwd.png'],
    ['..', 'chart.png'],
    ['🚀', 'chart.png'],
    ['CON', 'chart-con.png'],
    ['a'.repeat(300), `${'a'.repeat(60)}.png`],
  ])('%s', (name, expected) => {
    expect(namesOf(name)).toEqual([expected])
  })

  test('that collide are numbered', () => {
    expect(namesOf('Revenue', 'revenue!', 'REVENUE')).toEqual([
      'revenue.png',
      'revenue-2.png',
      'revenue-3.png',
    ])
  })
})

test("a picture's URL contains the commit, and every part of the path is encoded", () => {
  const address = pictureAddress('https://git.example.com/o/r', 'abc', 'hex-charts/d/売上 1.png')
  expect(address).toBe(
    'https://git.example.com/o/r/blob/abc/hex-charts/d/%E5%A3%B2%E4%B8%8A%201.png?raw=true',
  )
})

describe('pictures in a report', () => {
  const shown = (chart: string, name?: string) => ({
    chart: { name: chart, staticId: 's' },
    outcome: outcomeWith(name === undefined ? {} : { name }),
    bytes,
    fileName: 'a.png',
    address: 'https://github.com/o/r/blob/abc/a.png?raw=true',
  })

  test("a name can't break out of the picture's description", () => {
    const section = pictureSection([shown('a](https://evil.example) ![x')])
    expect(section).not.toMatch(/[^\\]\]\(https\\?:\/\/evil/)
    expect(section).toContain('](https://github.com/o/r/blob/abc/a.png?raw=true)')
  })

  test("the fifth and later ones are folded, and those of several runs have the run's name", () => {
    const same = shown('Revenue', 'emea')
    const section = pictureSection([same, ...['b', 'c', 'd', 'e'].map((name) => shown(name, name))])
    expect(section).toContain('**emea: Revenue**')
    expect(section).toContain('<details><summary>More charts (1)</summary>')
  })
})
