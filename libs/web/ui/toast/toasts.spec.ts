import { TestBed } from '@angular/core/testing';
import { PageView, provideTesting } from '@uptake/web/testing';
import { ToastOutlet } from './toast-outlet';
import { Toasts } from './toasts';

describe('a toast', () => {
  let toasts: Toasts;
  let page: PageView;

  beforeEach(async () => {
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate', 'requestAnimationFrame', 'setTimeout'] });
    TestBed.configureTestingModule({ providers: [provideTesting()] });
    toasts = TestBed.inject(Toasts);
    page = new PageView(TestBed.createComponent(ToastOutlet));
    await page.settle();
  });
  afterEach(() => {
    toasts.dismiss();
    jest.useRealTimers();
  });

  async function afterSeconds(seconds: number) {
    jest.advanceTimersByTime(seconds * 1000);
    await page.settle();
  }

  it('goes after ten seconds and tells how many are left', async () => {
    toasts.show({ sentence: '13.d withdrawn.' });
    await afterSeconds(0);
    expect(page.text).toBe('13.d withdrawn. 10 s');
    await afterSeconds(9);
    expect(page.text).toBe('13.d withdrawn. 1 s');
    await afterSeconds(1);
    expect(page.text).toBe('');
  });

  it('stands still while the pointer is on it', async () => {
    toasts.show({ sentence: '13.d withdrawn.' });
    await afterSeconds(3);
    page.element.dispatchEvent(new MouseEvent('mouseenter'));
    await afterSeconds(60);
    expect(page.text).toContain('7 s');
    page.element.dispatchEvent(new MouseEvent('mouseleave'));
    await afterSeconds(7);
    expect(page.text).toBe('');
  });

  it('takes back what was done, once, and goes', async () => {
    const undone: string[] = [];
    toasts.show({ sentence: '13.d withdrawn.', undo: () => undone.push('13.d') });
    await page.settle();
    await page.press('Undo');
    toasts.undo();
    expect(undone).toEqual(['13.d']);
    expect(page.text).toBe('');
  });

  it('gives its place to the next one', async () => {
    toasts.show({ sentence: '13.d withdrawn.', undo: () => undefined });
    await afterSeconds(8);
    toasts.show({ sentence: '13.e withdrawn.' });
    await afterSeconds(1);
    expect(page.text).toBe('13.e withdrawn. 9 s');
  });
});
