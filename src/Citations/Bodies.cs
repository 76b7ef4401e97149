namespace StaticSite.Citations;

/// <summary>The bodies that adopt resolutions and submit reports, as far as a citation depends on them.</summary>
internal enum Body
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
    private static readonly (string Name, Body Body)[] Reporters =
    [
        ("独立审计咨询委员会", Body.AuditAdvisoryCommittee), ("审咨委", Body.AuditAdvisoryCommittee),
        ("行政和预算问题咨询委员会", Body.AdvisoryCommittee), ("行预咨委会", Body.AdvisoryCommittee), ("咨询委员会", Body.AdvisoryCommittee), ("咨委会", Body.AdvisoryCommittee),
        ("秘书长", Body.SecretaryGeneral), ("审计委员会", Body.BoardOfAuditors), ("审计委", Body.BoardOfAuditors),
        ("内部监督事务厅", Body.InternalOversight), ("监督厅", Body.InternalOversight), ("联合检查组", Body.InspectionUnit), ("联检组", Body.InspectionUnit),
        ("第五委员会", Body.FifthCommittee), ("内部司法理事会", Body.InternalJusticeCouncil),
        ("国际公务员制度委员会", Body.CivilServiceCommission), ("公务员制度委员会", Body.CivilServiceCommission),
        ("方案和协调委员会", Body.ProgrammeCommittee), ("养恤基金联合委员会", Body.PensionBoard), ("养恤金联委会", Body.PensionBoard),
        ("Independent Audit Advisory Committee", Body.AuditAdvisoryCommittee),
        ("Advisory Committee on Administrative and Budgetary Questions", Body.AdvisoryCommittee), ("Advisory Committee", Body.AdvisoryCommittee), ("ACABQ", Body.AdvisoryCommittee),
        ("Secretary-General", Body.SecretaryGeneral), ("Board of Auditors", Body.BoardOfAuditors),
        ("Office of Internal Oversight Services", Body.InternalOversight), ("OIOS", Body.InternalOversight),
        ("Joint Inspection Unit", Body.InspectionUnit), ("Fifth Committee", Body.FifthCommittee), ("Internal Justice Council", Body.InternalJusticeCouncil),
        ("International Civil Service Commission", Body.CivilServiceCommission), ("Committee for Programme and Coordination", Body.ProgrammeCommittee),
        ("Joint Staff Pension Board", Body.PensionBoard), ("Pension Board", Body.PensionBoard),
        ("Human Rights Council", Body.HumanRightsCouncil), ("Security Council", Body.SecurityCouncil), ("Economic and Social Council", Body.EconomicAndSocialCouncil),
        ("人权理事会", Body.HumanRightsCouncil), ("安全理事会", Body.SecurityCouncil), ("经济及社会理事会", Body.EconomicAndSocialCouncil),
    ];

    private static readonly (string Name, Body Body)[] Adopters =
    [
        ("人权理事会", Body.HumanRightsCouncil), ("安全理事会", Body.SecurityCouncil), ("安理会", Body.SecurityCouncil),
        ("经济及社会理事会", Body.EconomicAndSocialCouncil), ("经社理事会", Body.EconomicAndSocialCouncil),
        ("卫生大会", Body.Other), ("环境大会", Body.Other), ("人居大会", Body.Other), ("大会", Body.Assembly),
        ("总理事会", Body.Other), ("理事会", Body.Council), ("执行局", Body.Other), ("缔约方会议", Body.Other), ("缔约国会议", Body.Other),
        ("委员会", Body.Other), ("联委会", Body.Other),
        ("Human Rights Council", Body.HumanRightsCouncil), ("Security Council", Body.SecurityCouncil), ("Economic and Social Council", Body.EconomicAndSocialCouncil),
        ("Governing Council", Body.Other), ("Council", Body.Council),
        ("Health Assembly", Body.Other), ("Environment Assembly", Body.Other), ("Habitat Assembly", Body.Other), ("Assembly", Body.Assembly),
        ("Executive Board", Body.Other), ("Board", Body.Other), ("Conference", Body.Other), ("Conference of the Parties", Body.Other), ("Parties", Body.Other),
        ("Commission", Body.Other), ("Commission on Human Rights", Body.Other), ("Narcotic Drugs", Body.Other), ("Committee", Body.Other),
    ];

    /// <summary>The body whose name is the end of a text; "’s" may follow it.</summary>
    public static Body AdopterBefore(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(' ');
        if (text.EndsWith("’s", StringComparison.Ordinal) || text.EndsWith("'s", StringComparison.Ordinal)) text = text[..^2];
        foreach (var (name, body) in Adopters)
            if (text.EndsWith(name, StringComparison.Ordinal)) return body;
        return Body.None;
    }

    /// <summary>The body whose name is the start of a text.</summary>
    /// <param name="length">Length of the name; 0 for <see cref="Body.None"/>.</param>
    public static Body ReporterAt(ReadOnlySpan<char> text, out int length)
    {
        foreach (var (name, body) in Reporters)
        {
            if (!text.StartsWith(name, StringComparison.Ordinal)) continue;
            length = name.Length;
            return body;
        }
        length = 0;
        return Body.None;
    }

    /// <summary>The first body that a text names.</summary>
    /// <param name="end">Offset behind the name; 0 for <see cref="Body.None"/>.</param>
    public static Body FirstReporter(ReadOnlySpan<char> text, out int end)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!StartsName(text[i])) continue;
            if (ReporterAt(text[i..], out var length) is not Body.None and var body)
            {
                end = i + length;
                return body;
            }
        }
        end = 0;
        return Body.None;
    }

    /// <summary>The last body that a text names.</summary>
    public static Body LastReporter(ReadOnlySpan<char> text, out int end)
    {
        var (last, from) = (Body.None, 0);
        end = 0;
        while (FirstReporter(text[from..], out var length) is not Body.None and var body)
        {
            last = body;
            from += length;
            end = from;
        }
        return last;
    }

    private static bool StartsName(char c) => c is >= 'A' and <= 'Z' || "独审行咨秘内监联第国公方养人安经".Contains(c, StringComparison.Ordinal);
}
