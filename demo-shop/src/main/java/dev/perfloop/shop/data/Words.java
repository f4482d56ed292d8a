package dev.perfloop.shop.data;

import java.util.List;

/** The vocabulary of the sample data. */
final class Words {

    /** A main category with its sub-categories; each sub-category is also the noun its products are named by. */
    record Department(String name, List<String> nouns) {}

    static final List<Department> DEPARTMENTS = List.of(
            new Department("Living", List.of("Sofa", "Armchair", "Coffee Table", "Bookcase", "Floor Lamp")),
            new Department("Kitchen", List.of("Saucepan", "Knife", "Kettle", "Toaster", "Cutting Board")),
            new Department("Garden", List.of("Lawn Mower", "Hedge Trimmer", "Garden Hose", "Planter", "Parasol")),
            new Department("Sports", List.of("Running Shoe", "Yoga Mat", "Tent", "Backpack", "Bicycle Helmet")),
            new Department("Electronics", List.of("Headphone", "Monitor", "Keyboard", "Speaker", "Charger")),
            new Department("Workshop", List.of("Cordless Drill", "Hammer", "Workbench", "Jigsaw", "Toolbox")),
            new Department("Children", List.of("Building Set", "Puzzle", "Doll House", "Scooter", "Night Light")),
            new Department("Office", List.of("Desk", "Office Chair", "Notebook", "Fountain Pen", "Desk Organiser")));

    static final String[] BRANDS = {
        "Nordholm", "Aldera", "Kestrel", "Brightwell", "Tamarin", "Ostfeld", "Lumea", "Hartwick", "Solvang", "Merino",
        "Quillon", "Varga", "Pinecrest", "Cobalt", "Fjordline", "Ambra", "Redstone", "Tessel", "Wexford", "Yarrow"
    };

    static final String[] QUALITIES = {
        "Compact",
        "Foldable",
        "Classic",
        "Lightweight",
        "Premium",
        "Everyday",
        "Silent",
        "Rugged",
        "Slim",
        "Modular",
        "Portable",
        "Heavy Duty",
        "Adjustable",
        "Handmade",
        "Waterproof",
        "Ergonomic",
        "Vintage",
        "Smart",
        "Robust"
    };

    static final String[] MATERIALS = {
        "Oak",
        "Walnut",
        "Steel",
        "Aluminium",
        "Bamboo",
        "Linen",
        "Ceramic",
        "Carbon",
        "Copper",
        "Birch",
        "Leather",
        "Glass",
        "Cork",
        "Marble",
        "Recycled",
        "Cotton"
    };

    static final String[] SENTENCES = {
        "Made to last, with spare parts available for at least ten years.",
        "Customers like it for the clean lines and the quiet operation.",
        "Tested by an independent laboratory and awarded the grade very good.",
        "Goes well with everything else from the same series.",
        "Delivered flat, ready to use within a quarter of an hour.",
        "All surfaces can be wiped clean with a damp cloth.",
        "The packaging is free of plastic and fits through any front door.",
        "Our best seller of the last season, now in a revised edition.",
        "A thoughtful present that does not end up in the cellar.",
        "Developed together with people who use it every single day.",
        "Weighs less than its predecessor and takes up less room.",
        "Can be returned free of charge within thirty days."
    };

    static final String[] VERDICTS = {
        "Does what it should",
        "Would buy again",
        "Not quite as pictured",
        "Excellent value",
        "Arrived damaged",
        "Better than expected",
        "Good, but expensive",
        "A disappointment",
        "My favourite purchase this year",
        "Solid quality",
        "Stopped working",
        "Recommended by a friend, rightly"
    };

    static final String[] REMARKS = {
        "I have been using it for some weeks now and have nothing to complain about.",
        "The colour differs a little from the picture on the product page.",
        "Delivery took two days longer than promised, customer service was friendly.",
        "For this price I had expected a sturdier finish.",
        "My neighbours have ordered the same one after seeing ours.",
        "The instructions could be clearer, but in the end everything fitted.",
        "It feels well made and looks more expensive than it is.",
        "After a month the first scratches show, which is a pity.",
        "Easy to clean, easy to store, no odd smell when unpacking."
    };

    static final String[] FIRST_NAMES = {
        "Anna", "Ben", "Carla", "David", "Elena", "Felix", "Grace", "Hugo", "Ines", "Jonas", "Klara", "Liam", "Mila",
        "Noah", "Olivia", "Paul", "Rosa", "Simon", "Tara", "Viktor", "Wanda", "Yusuf", "Zoe"
    };

    static final String[] LAST_NAMES = {
        "Becker", "Carter", "Dubois", "Evans", "Fischer", "Garcia", "Hansen", "Ivanova", "Jensen", "Kowalski",
        "Larsen", "Moreau", "Novak", "Okafor", "Petersen", "Rossi", "Schmidt", "Turner", "Virtanen", "Weber"
    };

    static final String[] CITIES = {
        "Berlin",
        "Hamburg",
        "Munich",
        "Vienna",
        "Zurich",
        "Paris",
        "Lyon",
        "Madrid",
        "Lisbon",
        "Milan",
        "Copenhagen",
        "Oslo",
        "Stockholm",
        "Helsinki",
        "Warsaw",
        "Prague",
        "Dublin",
        "Leeds",
        "Ghent",
        "Utrecht"
    };

    static final String[] COUNTRIES = {"DE", "AT", "CH", "FR", "ES", "IT", "DK", "SE", "PL", "NL"};

    static final String[] CLIENTS = {
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148",
        "Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0"
    };

    static final String[] STREETS = {
        "Station Road", "Mill Lane", "Church Street", "Park Avenue", "Harbour Walk", "Market Square", "Linden Row"
    };

    private Words() {}
}
