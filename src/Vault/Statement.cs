using System.Buffers;
using System.Text;
using Blog.Model;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Blog.Vault;

/// <summary>One prepared SQL statement, run many times: parameters <c>?1</c>, <c>?2</c> … are bound by position, columns read from 0.</summary>
/// <remarks>
/// Straight onto SQLite's own calls: an import runs some five statements an entry, and ADO.NET's boxed parameters cost more there than
/// SQLite itself. SQL comes only from constants.
/// </remarks>
internal sealed class Statement : IDisposable
{
    /// <summary>Texts up to here are encoded into one kept buffer; a longer one gets its own, so that one huge post does not stay in memory.</summary>
    private const int KeptBytes = 256 * 1024;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private byte[] _buffer = [];
    private bool _active;

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is closed.");
        Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public Statement Bind(int parameter, long value)
    {
        Rest();
        Check(raw.sqlite3_bind_int64(_statement, parameter, value));
        return this;
    }

    public Statement Bind(int parameter, long? value) => value is { } number ? Bind(parameter, number) : BindNull(parameter);

    public Statement Bind(int parameter, double value)
    {
        Rest();
        Check(raw.sqlite3_bind_double(_statement, parameter, value));
        return this;
    }

    public Statement Bind(int parameter, ReadOnlySpan<byte> blob)
    {
        Rest();
        Check(raw.sqlite3_bind_blob(_statement, parameter, blob));
        return this;
    }

    public Statement Bind(int parameter, string? text)
    {
        if (text is null)
        {
            return BindNull(parameter);
        }

        Rest();
        if (text.Length == 0)
        {
            Check(raw.sqlite3_bind_text(_statement, parameter, string.Empty)); // an empty span would be a null pointer, hence NULL
            return this;
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most <= KeptBytes)
        {
            if (_buffer.Length < most)
            {
                _buffer = new byte[Math.Max(most, 4096)];
            }

            var length = Encoding.UTF8.GetBytes(text, _buffer);
            Check(raw.sqlite3_bind_text(_statement, parameter, _buffer.AsSpan(0, length)));
            return this;
        }

        var rented = ArrayPool<byte>.Shared.Rent(most);
        try
        {
            var length = Encoding.UTF8.GetBytes(text, rented);
            Check(raw.sqlite3_bind_text(_statement, parameter, rented.AsSpan(0, length)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }

        return this;
    }

    public Statement Bind(int parameter, DateOnly? day) => day is { } date ? Bind(parameter, DayText.Of(date)) : BindNull(parameter);

    /// <summary>Goes to the next row; false, and ready to be bound anew, after the last.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
        {
            _active = true;
            return true;
        }

        _active = true;
        if (code == raw.SQLITE_DONE)
        {
            Rest();
            return false;
        }

        try
        {
            Check(code);
        }
        finally
        {
            Rest();
        }

        return false;
    }

    /// <summary>Runs a statement that gives no rows; number of rows it changed.</summary>
    public int Run()
    {
        if (Step())
        {
            Rest();
            throw new InvalidOperationException("The statement gives rows.");
        }

        return raw.sqlite3_changes(_database);
    }

    /// <summary>First column of the first row as a number; null where there is no row or it is NULL.</summary>
    public long? Number()
    {
        long? value = Step() && !IsNull(0) ? Long(0) : null;
        Rest();
        return value;
    }

    /// <summary>First column of the first row as text; null where there is no row or it is NULL.</summary>
    public string? Word()
    {
        var value = Step() ? Text(0) : null;
        Rest();
        return value;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    public double Double(int column) => raw.sqlite3_column_double(_statement, column);

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    /// <summary>Text of a column; null for NULL. Read by its length, so that a text may hold U+0000.</summary>
    public string? Text(int column) => IsNull(column) ? null : Encoding.UTF8.GetString(raw.sqlite3_column_blob(_statement, column));

    /// <summary>Text of a column that is NOT NULL.</summary>
    public string Required(int column) => Text(column) ?? throw new InvalidOperationException("A column that cannot be null is null.");

    /// <summary>A day in a column that is NOT NULL.</summary>
    /// <exception cref="VaultException">The column holds something else.</exception>
    public DateOnly Day(int column) => DayOrNull(column) ?? throw new InvalidOperationException("A column that cannot be null is null.");

    /// <summary>A day in a column; null for NULL.</summary>
    /// <exception cref="VaultException">The column holds something else.</exception>
    public DateOnly? DayOrNull(int column) => Text(column) is not { } text ? null
        : DayText.TryRead(text, out var day) ? day
        : throw new VaultException(VaultFault.Damaged, "A day in the private store is none. Run \"vault verify\", and bring back a copy from before.");

    /// <summary>Bytes of a column, good until the next step.</summary>
    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <summary>Ends the current reading, if any, so that the statement can be bound anew.</summary>
    public void Rest()
    {
        if (_active)
        {
            _active = false;
            raw.sqlite3_reset(_statement); // gives the last step's error again, which was thrown there
        }
    }

    public void Dispose() => _statement.Dispose();

    private Statement BindNull(int parameter)
    {
        Rest();
        Check(raw.sqlite3_bind_null(_statement, parameter));
        return this;
    }

    private void Check(int code) => SqliteFaults.Check(_database, code);
}
