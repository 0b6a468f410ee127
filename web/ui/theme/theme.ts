import { createTheme, type CSSVariablesResolver } from '@mantine/core'
import controls from './controls.module.css'

const rem = (px: number) => `${px / 16}rem`

/** Mantine in our ink: everything it draws takes the values of tokens.css, so that there is one home of looks. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  primaryColor: 'naryad',
  primaryShade: { light: 7, dark: 5 },
  colors: {
    naryad: [
      '#edf1fd',
      '#dbe3fb',
      '#c3cff6',
      '#9db1ff',
      '#6f8af0',
      '#4361d8',
      '#3453d0',
      '#2748c4',
      '#1f3aa3',
      '#182d80',
    ],
  },
  fontSizes: { xs: rem(11), sm: rem(12), md: rem(13), lg: rem(14), xl: rem(16) },
  lineHeights: { xs: rem(16), sm: rem(16), md: rem(20), lg: rem(20), xl: rem(24) },
  spacing: { xs: rem(4), sm: rem(8), md: rem(12), lg: rem(16), xl: rem(20) },
  radius: { xs: rem(4), sm: rem(6), md: rem(8), lg: rem(12), xl: rem(16) },
  defaultRadius: 'sm',
  shadows: { xs: 'var(--sh-1)', sm: 'var(--sh-2)', md: 'var(--sh-3)' },
  headings: { fontFamily: 'var(--font)', sizes: { h1: { fontSize: rem(20) }, h2: { fontSize: rem(14) } } },
  cursorType: 'pointer',
  focusRing: 'never',
  // Plain objects: `Select.extend(…)` would bring every part named here into the first load.
  components: {
    Input: { classNames: { input: controls.input ?? '' } },
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      classNames: { label: controls.label ?? '', error: controls.error ?? '', description: controls.hint ?? '' },
    },
    Checkbox: { defaultProps: { size: 'xs', radius: 'xs' }, classNames: { label: controls.beside ?? '' } },
    Tooltip: {
      defaultProps: { openDelay: 300, withinPortal: true, transitionProps: { duration: 120 } },
      classNames: { tooltip: controls.tooltip ?? '' },
    },
    Popover: {
      defaultProps: { shadow: 'md', radius: 'md', transitionProps: { duration: 120 } },
      classNames: { dropdown: controls.floating ?? '' },
    },
    Menu: {
      defaultProps: {
        shadow: 'md',
        radius: 'md',
        transitionProps: { duration: 120 },
        position: 'bottom-end',
        // A menu holds items only; its first takes the focus.
        withInitialFocusPlaceholder: false,
      },
      classNames: { dropdown: controls.floating ?? '', item: controls.item ?? '', label: controls.menuLabel ?? '' },
    },
    Select: {
      defaultProps: { allowDeselect: false, checkIconPosition: 'right' },
      classNames: { dropdown: controls.floating ?? '', option: controls.item ?? '' },
    },
  },
})

/** Mantine's own names for surfaces and words, pointed at the tokens: both themes come from there. */
const mapped = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-2)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-naryad-filled': 'var(--accent-fill)',
  '--mantine-color-naryad-filled-hover': 'var(--accent-fill-hover)',
  '--mantine-color-naryad-text': 'var(--accent)',
  '--mantine-color-naryad-light': 'var(--accent-soft)',
  '--mantine-primary-color-filled': 'var(--accent-fill)',
  '--mantine-primary-color-filled-hover': 'var(--accent-fill-hover)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--ink-3)',
  '--mantine-color-disabled-border': 'var(--line-2)',
}

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: mapped, dark: mapped })
