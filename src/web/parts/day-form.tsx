/** The date of service of a view that asks nothing else. */

interface Props {
  readonly on: string;
  readonly go: (on: string) => void;
}

/** The form; sent, it gives the day. */
export function DayForm({ on, go }: Props) {
  return (
    // The key makes the field anew when the address changes, as by the way back.
    <form
      className="question"
      key={on}
      onSubmit={(event) => {
        event.preventDefault();
        go(String(new FormData(event.currentTarget).get('on')) || on);
      }}
    >
      <label>
        Date of service
        <input name="on" type="date" defaultValue={on} required />
      </label>
      <button type="submit" className="main">
        Show
      </button>
    </form>
  );
}
