using System.Text;

namespace EGov.Web.Tests.Desk;

/// <summary>Small documents that are what they say.</summary>
internal static class Files
{
    /// <summary>A plan of rooms.</summary>
    public static byte[] Png => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAjAAAAGkCAAAAAAKhUB7AAAEJklEQVR42u3d0QmAMAxFUYdw/1XrCFKR5pGcu4AhOeBnryVtdFmBgBEwAkbACBgJGAEjYASMgBEwEjACRsAIGAEjYCRgBIyAETACRgJGwAgYASNgBIy0BebWvIARMIoF0/6v/L6kSbMAAwwwwAADDDDAAAMMMMAAAwwwwAADjCMBAwwwwAADDDDAAAMMMMAAAwwwwAADDDDAAAMMMMAAAwwwwAADjFmAAQYYYIABBhhggAEGGGCAAQYYYIABBhhggAEGGGCAAQYYYIABBhhggAEGGGCAAQYYYIABBhhggAEGGGCAMQswwAADDDCOBAwwwAADDDDAAAMMMMAAAwwwwAADDDDAAAMMMMAAAwwwwAADDDDAAAMMMMAAAwwwwAADDDDAAAMMMMAAA4wjAQMMMMAAAwwwwAADDDDAAAMMMMAAAwwwwAADDDDAAAMMMMAAA4xZgAEGGGCAAQYYYIABBhhggAEGGGCAASbpSEkBAwwwwAAzGIxpgAEGGGCAcSJggAEGGGCAAQYYYIABBhhggAEGGGCAAQYYYIABBhhggAEGGGCAMQ0wwAADDDDAAAMMMMAAAwwwwAADDDDAOBEwwAADDDDAAAMMMMAAAwwwwAADDDDAAAMMMMAAAwwwwAADDDDAmAYYYIABBhhggAEGGGCAAQYYYIABBhhgnAgYYIABBhhggAEGGGCAAQYYYIABBhhggAEGGGCAAQYYYIABBhhgTAMMMMAAAwwwzcBMKAtM9DaAAQYYYCrBLE0KGAEjYASMgBEwwAgYASNgBIyAsUNggBEwAkbACBgBAwwwwAgYASNgBIyAAUbACBgBI2AEjIABRsAIGAEjYAQMMMAAI2AEjIARMAIGGGCAETACRsAIGAEDjIARMGoHpuq1tM6vtAEDDDDAAPMVzMHx678LDDDAAAMMMMAAAwwwwAADDDDAAAMMMMAAAwwwwAADDDDAAAMMMMAAAwwwwAADDDDAAAMMMMAAAwwwwAADDDDAAAMMMMAAAwwwwAADDDDAAAMMMMAAAwwwwAADDDDAAAMMMMAAAwwwwAADDDDAAAMMMMAAAwwwwAADDDDAAAMMMMAAAwwwwAADDDDAAAMMMMAAAwwwwAADDDDAAAMMMMAAAwwwwAADDDDAAAMMMMAAcxLMv4V/FxhggAEGmFgwAkbAACNgBIyAETACBhhggBEwAkbACBgBA4yAETACRsAIGAEDjIARMAJGwAgYYIABRsAIGAEjYAQMMMAAI2AEjIARMAIGGAEjYASMgBEwAgYYASNgBIyAETDAAAOMgBEwAkbACBhggAFGwAgYASNgBAwwAkbACBgBI2AEDDACRvVgNC1gBIwywUjACBgBI2AEjICRgBEwAkbACBgBIwEjYASMgBEwEjACRsAIGAEjYCRgBIyAETACRvN6AA48bQy1p6IqAAAAAElFTkSuQmCC");

    /// <summary>A paper of one page that says what it is told to.</summary>
    public static byte[] Pdf
    {
        get
        {
            const string words = "BT /F1 18 Tf 40 140 Td (Food safety rules) Tj ET";
            string[] parts =
            [
                "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
                $"<< /Length {words.Length} >>\nstream\n{words}\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            ];
            var paper = new StringBuilder("%PDF-1.4\n");
            var places = new List<int>();
            foreach (var (part, number) in parts.Select((part, at) => (part, at + 1)))
            {
                places.Add(paper.Length);
                paper.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number} 0 obj\n{part}\nendobj\n");
            }

            var table = paper.Length;
            paper.Append("xref\n0 6\n0000000000 65535 f \n");
            foreach (var place in places) paper.Append(System.Globalization.CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
            paper.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
            return Encoding.ASCII.GetBytes(paper.ToString());
        }
    }
}
