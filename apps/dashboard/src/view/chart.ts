import UPlot from 'uplot'
import { timeOfDay } from '../dom.ts'
import type { History } from '../history.ts'

const HEIGHT = 130
/** The least time that a chart shows, in seconds: the first points are not drawn out. */
const MIN_SPAN = 60
/** Numbers of channels and of people are whole. */
const STEPS = [1, 2, 5]
  .flatMap((n) => [1, 10, 100, 1_000, 10_000, 100_000].map((ten) => n * ten))
  .sort((a, b) => a - b)

/** A line over time. */
export interface Chart {
  readonly draw: (history: History) => void
}

/**
 * Makes a chart that is as wide as its element, and has the colors of the page, light or dark.
 *
 * @param tell Told which value the pointer is on, or undefined.
 */
export function createChart(root: HTMLElement, tell: (value: string | undefined) => void): Chart {
  const color = (name: string): string => {
    // `light-dark()` has a value only where it is used as a color.
    root.style.color = `var(${name})`
    const { color } = getComputedStyle(root)
    root.style.color = ''
    return color
  }
  const axis: UPlot.Axis = {
    stroke: () => color('--quiet'),
    grid: { stroke: () => color('--line'), width: 1 },
    ticks: { show: false },
    font: '12px system-ui, sans-serif',
  }
  const plot = new UPlot(
    {
      width: Math.max(root.clientWidth, 100),
      height: HEIGHT,
      padding: [8, 30, 0, 0],
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false } },
      scales: {
        x: { range: (_plot, min, max) => [Math.min(min, max - MIN_SPAN), max] },
        y: { range: (_plot, _min, max) => [0, Math.max(4, (max ?? 0) * 1.15)] },
      },
      axes: [
        { ...axis, size: 26, space: 90, values: (_plot, times) => times.map((at) => timeOfDay(at * 1_000)) },
        { ...axis, size: 44, space: 36, incrs: STEPS },
      ],
      series: [
        {},
        {
          stroke: () => color('--accent'),
          fill: () => color('--tint'),
          width: 2,
          points: { show: false },
          ...(UPlot.paths.stepped && { paths: UPlot.paths.stepped({ align: 1 }) }),
        },
      ],
      hooks: {
        setCursor: [
          ({ cursor: { idx }, data: [times, values] }) => {
            const at = idx === null || idx === undefined ? undefined : times[idx]
            const value = at === undefined ? undefined : values?.[idx ?? 0]
            tell(at === undefined ? undefined : `${value ?? 'unknown'} at ${timeOfDay(at * 1_000)}`)
          },
        ],
      },
    },
    [[], []],
    root,
  )
  new ResizeObserver(() => plot.setSize({ width: root.clientWidth, height: HEIGHT })).observe(root)
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => plot.redraw(true, true))
  return { draw: ({ times, values }) => plot.setData([[...times], [...values]]) }
}
