import pg from 'pg';

const oldest = 150000;

/** Why this database will not do, in the words of whoever refused; null when it will. */
export async function whyUnusable(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string }>(
      "select current_setting('server_version_num') as version",
    );
    return Number(rows[0]?.version) < oldest ? 'PostgreSQL < 15' : null;
  } catch (error) {
    if (!(error instanceof Error)) return String(error);
    return error.message || ('code' in error ? String(error.code) : error.name);
  } finally {
    await client.end().catch(() => {});
  }
}
