namespace StaticSite.Citations;

/// <summary>The bodies that adopt resolutions and submit reports, as far as a citation depends on them.</summary>
internal enum IssuingBody
{
    None, Assembly, SecurityCouncil, EconomicAndSocialCouncil, HumanRightsCouncil,

    /// <summary>"the Council", "理事会": the shape of the number says which.</summary>
    Council,

    /// <summary>Another body with resolutions and decisions of its own, whose symbols cannot be told from the number.</summary>
    Other,
    SecretaryGeneral, AdvisoryCommittee, BoardOfAuditors, InternalOversight, InspectionUnit, AuditAdvisoryCommittee, FifthCommittee,
    InternalJusticeCouncil, CivilServiceCommission, ProgrammeCommittee, PensionBoard, BoardsOfOther, EthicsOffice, Ombudsman, Governments,
}

/// <summary>Names of bodies in running text, full and short.</summary>
internal static class Bodies
{
    // A longer name stands before the names that it ends with or starts with.
    private static readonly (string Name, IssuingBody Body)[] Reporters =
    [
        ("独立审计咨询委员会", IssuingBody.AuditAdvisoryCommittee), ("审咨委", IssuingBody.AuditAdvisoryCommittee),
        ("行政和预算问题咨询委员会", IssuingBody.AdvisoryCommittee), ("行预咨委会", IssuingBody.AdvisoryCommittee), ("咨询委员会", IssuingBody.AdvisoryCommittee), ("咨委会", IssuingBody.AdvisoryCommittee),
        ("秘书长", IssuingBody.SecretaryGeneral), ("审计委员会", IssuingBody.BoardOfAuditors), ("审计委", IssuingBody.BoardOfAuditors),
        ("内部监督事务厅", IssuingBody.InternalOversight), ("监督厅", IssuingBody.InternalOversight), ("联合检查组", IssuingBody.InspectionUnit), ("联检组", IssuingBody.InspectionUnit),
        ("第五委员会", IssuingBody.FifthCommittee), ("内部司法理事会", IssuingBody.InternalJusticeCouncil),
        ("国际公务员制度委员会", IssuingBody.CivilServiceCommission), ("公务员制度委员会", IssuingBody.CivilServiceCommission),
        ("方案和协调委员会", IssuingBody.ProgrammeCommittee), ("养恤基金联合委员会", IssuingBody.PensionBoard), ("养恤金联委会", IssuingBody.PensionBoard),
        ("Independent Audit Advisory Committee", IssuingBody.AuditAdvisoryCommittee),
        ("Advisory Committee on Administrative and Budgetary Questions", IssuingBody.AdvisoryCommittee), ("Advisory Committee", IssuingBody.AdvisoryCommittee), ("ACABQ", IssuingBody.AdvisoryCommittee),
        ("Secretary-General", IssuingBody.SecretaryGeneral), ("Board of Auditors", IssuingBody.BoardOfAuditors),
        ("Office of Internal Oversight Services", IssuingBody.InternalOversight), ("OIOS", IssuingBody.InternalOversight),
        ("Joint Inspection Unit", IssuingBody.InspectionUnit), ("Fifth Committee", IssuingBody.FifthCommittee), ("Internal Justice Council", IssuingBody.InternalJusticeCouncil),
        ("International Civil Service Commission", IssuingBody.CivilServiceCommission), ("Committee for Programme and Coordination", IssuingBody.ProgrammeCommittee),
        ("Joint Staff Pension Board", IssuingBody.PensionBoard), ("Pension Board", IssuingBody.PensionBoard),
        ("Human Rights Council", IssuingBody.HumanRightsCouncil), ("Security Council", IssuingBody.SecurityCouncil), ("Economic and Social Council", IssuingBody.EconomicAndSocialCouncil),
        ("人权理事会", IssuingBody.HumanRightsCouncil), ("安全理事会", IssuingBody.SecurityCouncil), ("经济及社会理事会", IssuingBody.EconomicAndSocialCouncil),
    ];

    private static readonly (string Name, IssuingBody Body)[] Adopters =
    [
        ("人权理事会", IssuingBody.HumanRightsCouncil), ("安全理事会", IssuingBody.SecurityCouncil), ("安理会", IssuingBody.SecurityCouncil),
        ("经济及社会理事会", IssuingBody.EconomicAndSocialCouncil), ("经社理事会", IssuingBody.EconomicAndSocialCouncil),
        ("卫生大会", IssuingBody.Other), ("环境大会", IssuingBody.Other), ("人居大会", IssuingBody.Other), ("大会", IssuingBody.Assembly),
        ("总理事会", IssuingBody.Other), ("理事会", IssuingBody.Council), ("执行局", IssuingBody.Other), ("缔约方会议", IssuingBody.Other), ("缔约国会议", IssuingBody.Other),
        ("委员会", IssuingBody.Other), ("联委会", IssuingBody.Other),
        ("Human Rights Council", IssuingBody.HumanRightsCouncil), ("Security Council", IssuingBody.SecurityCouncil), ("Economic and Social Council", IssuingBody.EconomicAndSocialCouncil),
        ("Governing Council", IssuingBody.Other), ("Council", IssuingBody.Council),
        ("Health Assembly", IssuingBody.Other), ("Environment Assembly", IssuingBody.Other), ("Habitat Assembly", IssuingBody.Other), ("Assembly", IssuingBody.Assembly),
        ("Executive Board", IssuingBody.Other), ("Board", IssuingBody.Other), ("Conference", IssuingBody.Other), ("Conference of the Parties", IssuingBody.Other), ("Parties", IssuingBody.Other),
        ("Commission", IssuingBody.Other), ("Commission on Human Rights", IssuingBody.Other), ("Narcotic Drugs", IssuingBody.Other), ("Committee", IssuingBody.Other),
    ];

    /// <summary>The body whose name is the end of a text; "’s" may follow it.</summary>
    public static IssuingBody AdopterBefore(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(' ');
        if (text.EndsWith("’s", StringComparison.Ordinal) || text.EndsWith("'s", StringComparison.Ordinal)) text = text[..^2];
        foreach (var (name, body) in Adopters)
            if (text.EndsWith(name, StringComparison.Ordinal)) return body;
        return IssuingBody.None;
    }

    /// <summary>The body whose name is the start of a text.</summary>
    /// <param name="length">Length of the name; 0 for <see cref="IssuingBody.None"/>.</param>
    public static IssuingBody ReporterAt(ReadOnlySpan<char> text, out int length)
    {
        foreach (var (name, body) in Reporters)
        {
            if (!text.StartsWith(name, StringComparison.Ordinal)) continue;
            length = name.Length;
            return body;
        }
        length = 0;
        return IssuingBody.None;
    }

    /// <summary>The first body that a text names.</summary>
    /// <param name="end">Offset behind the name; 0 for <see cref="IssuingBody.None"/>.</param>
    public static IssuingBody FirstReporter(ReadOnlySpan<char> text, out int end)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!StartsName(text[i])) continue;
            if (ReporterAt(text[i..], out var length) is not IssuingBody.None and var body)
            {
                end = i + length;
                return body;
            }
        }
        end = 0;
        return IssuingBody.None;
    }

    /// <summary>The last body that a text names.</summary>
    public static IssuingBody LastReporter(ReadOnlySpan<char> text, out int end)
    {
        var (last, from) = (IssuingBody.None, 0);
        end = 0;
        while (FirstReporter(text[from..], out var length) is not IssuingBody.None and var body)
        {
            last = body;
            from += length;
            end = from;
        }
        return last;
    }

    private static bool StartsName(char c) => c is >= 'A' and <= 'Z' || "独审行咨秘内监联第国公方养人安经".Contains(c, StringComparison.Ordinal);
}
