using ValenceNano.Model;

namespace ValenceNano.Network;

/// <summary>The page and its interface: what each request is answered, whichever way it came.</summary>
public sealed class PageInterface : IHttpService
{
    /// <summary>The body of a request may be so long, bytes.</summary>
    public const int MaxBodyLength = 1024;

    // A body that says what is wrong with a PUT; the others are written by the route's number.
    private const int ErrorsBody = (int)Route.Count;

    // 128x64 pixels, and how many of their bytes are written at once.
    private const int PictureBytes = 1024;
    private const int PictureLength = 256;

    private readonly Monitor _monitor;
    private readonly DeviceFacts _facts;
    private readonly ButtonLock _lock;
    private readonly IPicture _picture;
    private readonly StatusBody _status;
    private readonly SettingsRequest _settingsRequest;
    private readonly OwnerRequest _ownerRequest;
    private readonly WifiControl _wifi;
    private readonly WifiRequest _wifiRequest;

    /// <summary>Makes the interface of a product.</summary>
    /// <param name="monitor">The product.</param>
    /// <param name="picture">What its panel shows.</param>
    /// <param name="facts">What it says of itself.</param>
    /// <param name="buttonLock">Open while its owner may change something.</param>
    /// <param name="wifi">The radio that the page may set up; null: there is none.</param>
    public PageInterface(Monitor monitor, IPicture picture, DeviceFacts facts, ButtonLock buttonLock, WifiControl wifi = null)
    {
        var reader = new JsonReader(monitor.Readings.Text);
        _monitor = monitor;
        _facts = facts;
        _lock = buttonLock;
        _picture = picture;
        _wifi = wifi;
        if (wifi != null)
        {
            _wifiRequest = new WifiRequest(wifi, reader);
        }

        _status = new StatusBody(monitor, facts);
        _settingsRequest = new SettingsRequest(monitor, reader);
        _ownerRequest = new OwnerRequest(monitor, facts, reader);
    }

    /// <inheritdoc/>
    public bool Admit(HttpRequest request, byte[] buffer, long nowMs, HttpAnswer answer)
    {
        Route route = RouteTable.Find(buffer, request.PathStart, request.PathLength);
        request.SetRoute((int)route);
        int status = Judge(route, request, buffer, nowMs);
        if (status == 200)
        {
            return true;
        }

        answer.Set(status);
        if (status == 405)
        {
            answer.Add(RouteTable.AllowField(route));
        }
        else if (status == 304)
        {
            answer.Add(PageData.Fields);
        }
        else if (status == 302)
        {
            answer.Add(RouteTable.LocationField);
        }

        return false;
    }

    /// <inheritdoc/>
    public bool Work(HttpRequest request, byte[] body, int count, long nowMs, HttpAnswer answer)
    {
        int route = request.Route;
        bool isPut = request.Method == RequestMethod.Put;
        switch ((Route)route)
        {
            case Route.Page:
                answer.Set(200, AnswerContent.Page, PageData.Length, route);
                answer.Add(PageData.Fields);
                return true;
            case Route.Panel:
                answer.Set(200, AnswerContent.Bytes, PictureBytes, route);
                return true;
            case Route.HistoryTable:
                answer.Set(200, AnswerContent.Csv, HttpAnswer.UnknownLength, route);
                return true;
            case Route.Settings:
                return isPut ? ChangeSettings(body, count, nowMs, answer) : Read(route, answer);
            case Route.Wifi when isPut:
                answer.Set(_wifiRequest.Join(body, count, nowMs) ? 204 : 400);
                return true;
            case Route.Status:
            case Route.History:
            case Route.Wifi:
                return Read(route, answer);
            default:
                answer.Set(IsDone((Route)route, body, count, nowMs) ? 204 : 400);
                return true;
        }
    }

    /// <inheritdoc/>
    public void WritePart(HttpAnswer answer, JsonWriter output, long nowMs)
    {
        switch (answer.Body)
        {
            case (int)Route.Page:
                WritePage(answer, output);
                break;
            case (int)Route.Status:
                _status.WritePart(answer, output, nowMs);
                break;
            case (int)Route.History:
                HistoryBody.WritePart(_monitor, answer, output, nowMs);
                break;
            case (int)Route.HistoryTable:
                HistoryTable.WritePart(_monitor, answer, output, nowMs);
                break;
            case (int)Route.Panel:
                WritePicture(answer, output);
                break;
            case (int)Route.Settings:
                SettingsBody.WritePart(_monitor, answer, output);
                break;
            case (int)Route.Wifi:
                WifiBody.WritePart(_wifi, _monitor.Readings.Text, answer, output);
                break;
            default:
                _settingsRequest.Errors.Write(answer, output);
                break;
        }
    }

    // The order is part of the interface: what a request may not see is not told by a later check.
    private int Judge(Route route, HttpRequest request, byte[] buffer, long nowMs)
    {
        bool isReading = request.Method == RequestMethod.Get || request.Method == RequestMethod.Head;
        bool isOwn = HostRule.IsOwn(buffer, request.HostStart, request.HostLength, _facts.HostName, _monitor.Settings);
        bool isSetUp = _wifi != null && _wifi.IsSetUp;
        if (isSetUp && isReading && !isOwn)
        {
            // A phone asks for a page that it knows, to see whether it is on the Internet: this way it shows ours by itself.
            return 302;
        }

        if (route == Route.Count || (_wifi == null && RouteTable.IsOfWifi(route)))
        {
            return 404;
        }

        if (!RouteTable.Allows(route, request.Method))
        {
            return 405;
        }

        if (!isOwn || (!isReading && !HostRule.IsSameOrigin(buffer, request)))
        {
            return 403;
        }

        if (request.IsBodyEncoded)
        {
            return 411;
        }

        if (request.BodyLength > MaxBodyLength)
        {
            return 413;
        }

        if (isReading)
        {
            return route == Route.Page && IsKnown(request, buffer) ? 304 : 200;
        }

        return !request.IsJson ? 415 : RouteTable.IsLocked(route, request.Method) && !isSetUp && !_lock.IsOpen(nowMs) ? 403 : 200;
    }

    // The browser has this very page already. It may name several, or with a star any (RFC 9110, 13.1.2).
    private static bool IsKnown(HttpRequest request, byte[] buffer)
    {
        string tag = PageData.Tag;
        int last = request.MatchStart + request.MatchLength - tag.Length;
        int at = request.MatchStart;
        while (at <= last && !Ascii.IsExactly(tag, buffer, at, tag.Length))
        {
            at++;
        }

        return request.MatchLength > 0 && (at <= last || (request.MatchLength == 1 && buffer[request.MatchStart] == '*'));
    }

    private static bool Read(int route, HttpAnswer answer)
    {
        answer.Set(200, AnswerContent.Json, HttpAnswer.UnknownLength, route);
        return true;
    }

    private bool ChangeSettings(byte[] body, int count, long nowMs, HttpAnswer answer)
    {
        if (!_settingsRequest.Work(body, count))
        {
            return false;
        }

        if (_settingsRequest.Errors.Count == 0)
        {
            // Before the answer: whoever has read it may switch the product off.
            answer.Set(_monitor.SaveSettings(nowMs) ? 200 : 507);
        }
        else
        {
            answer.Set(400, AnswerContent.Json, HttpAnswer.UnknownLength, ErrorsBody);
        }

        return true;
    }

    private bool IsDone(Route route, byte[] body, int count, long nowMs)
    {
        switch (route)
        {
            case Route.Acknowledge:
                _monitor.Alarms.Acknowledge();
                return true;
            case Route.Search:
                _monitor.Bus.SearchAgain();
                return true;
            case Route.Time:
                return _ownerRequest.SetTime(body, count, nowMs);
            case Route.WifiScan:
                _wifi.Radio.Scan();
                return true;
            case Route.WifiEnd:
                return _wifiRequest.End(nowMs);
            case Route.Reset:
                return _ownerRequest.Reset(body, count, nowMs);
            default:
                return _ownerRequest.Forget(body, count);
        }
    }

    // A piece is an array made for this; what of it does not fit into the output would have to be made again.
    private static void WritePage(HttpAnswer answer, JsonWriter output)
    {
        int start = answer.Index * PageData.PieceLength;
        int length = PageData.Length - start;
        if (length > PageData.PieceLength)
        {
            length = PageData.PieceLength;
        }

        if (output.Room >= length)
        {
            output.Raw(PageData.Piece(answer.Index));
            answer.GoToIndex(answer.Index + 1);
            if (start + length == PageData.Length)
            {
                answer.End();
            }
        }
    }

    private void WritePicture(HttpAnswer answer, JsonWriter output)
    {
        int from = answer.Index * PictureLength;
        _picture.Copy(from, PictureLength, output.Buffer, output.Count);
        output.Begin(output.Count + PictureLength);
        answer.GoToIndex(answer.Index + 1);
        if (from + PictureLength == PictureBytes)
        {
            answer.End();
        }
    }
}
