/** A closure may come again every year; those from before happen once. */
export const yearlyClosures = {
  version: 14,
  name: "yearly-closures",
  sql: `
    UPDATE business SET closures = (
      SELECT json_group_array(json_set(value, '$.yearly', json('false')) ORDER BY key) FROM json_each(closures)
    );
  `,
} as const;
