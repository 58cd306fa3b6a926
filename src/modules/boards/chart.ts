/** A bar of the chart: its name and its parts, in the order of the legend. */
export type Bar = { name: string; parts: number[] };
/** A line across all bars, at a place of the axis. */
export type Mark = { at: number; name: string };

/** Colours are those of the page, by the names of its style sheet: they follow light and dark. */
const partColours = ['var(--chart-1)', 'var(--chart-2)', 'var(--chart-3)'];
const [ink, line] = ['var(--soft)', 'var(--line)'];
const width = 720;
const [barHeight, around] = [30, 46];

type Drawing = {
  bars: readonly Bar[];
  parts: readonly string[];
  mark: Mark | null;
  scale: 'share' | 'count';
};

/** Bars lying down, drawn on the server. Each is divided by its parts: as shares of itself, or as numbers of cases. */
export async function drawBars(drawing: Drawing): Promise<string> {
  const { init } = await library();
  const height = drawing.bars.length * barHeight + around;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: 'inherit' },
    ...axes(drawing),
    series: seriesOf(drawing),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return withoutStyle(svg);
}

function axes({ bars, scale, mark }: Drawing) {
  const text = { color: ink, fontSize: 13 };
  return {
    grid: { left: 36, right: 20, top: mark ? 22 : 6, bottom: 4 },
    xAxis: {
      type: 'value',
      minInterval: 1,
      ...(scale === 'share' ? { max: 100 } : {}),
      ...(scale === 'count' && mark ? { max: Math.ceil(Math.max(mark.at, ...bars.map(lengthOf))) + 1 } : {}),
      axisLabel: { ...text, formatter: scale === 'share' ? '{value} %' : '{value}' },
      splitLine: { lineStyle: { color: line } },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ name }) => name),
      axisLabel: { ...text, width: 230, overflow: 'truncate', interval: 0 },
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
    },
  };
}

const lengthOf = ({ parts }: Bar): number => parts.reduce((sum, part) => sum + part, 0);

function seriesOf({ bars, parts, scale, mark }: Drawing) {
  const size = (bar: Bar, part: number) => {
    const whole = scale === 'share' ? lengthOf(bar) / 100 : 1;
    return whole === 0 ? 0 : Math.round(((bar.parts[part] ?? 0) / whole) * 100) / 100;
  };
  return parts.map((name, part) => ({
    name,
    type: 'bar',
    stack: 'all',
    silent: true,
    emphasis: { disabled: true },
    barMaxWidth: 20,
    itemStyle: { color: partColours[part] },
    data: bars.map((bar) => size(bar, part)),
    ...(part === 0 && mark ? { markLine: markLine(mark) } : {}),
  }));
}

const markLine = ({ at, name }: Mark) => ({
  silent: true,
  symbol: 'none',
  data: [{ xAxis: at }],
  lineStyle: { color: 'var(--ink)', type: 'dashed', width: 2 },
  label: { formatter: name, color: 'var(--ink)', fontSize: 13, position: 'start', textBorderWidth: 0 },
});

/** Loaded when the first chart is drawn: it takes most of a second. */
async function library() {
  const [echarts, { BarChart }, { GridComponent, MarkLineComponent }, { SVGRenderer }] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
  echarts.use([BarChart, GridComponent, MarkLineComponent, SVGRenderer]);
  return echarts;
}

/** The page admits no style but its own files: what the library writes as style becomes attributes, the rest goes. */
const withoutStyle = (svg: string): string =>
  svg
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => attributes(style))
    .replace(/ (class|ecmeta_\w+|xmlns:xlink|baseProfile|xml:space)="[^"]*"/g, '')
    .replace('<svg ', '<svg aria-hidden="true" focusable="false" ');

const attributes = (style: string): string =>
  style
    .split(';')
    .map((one) => one.split(':'))
    .filter(([name, value]) => (name === 'font-size' || name === 'font-weight') && value)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
