namespace Ingot.Seeding;

/// <summary>A category of products.</summary>
/// <param name="Name">Its name, spelled right.</param>
/// <param name="LowestPrice">The lowest price, in whole units.</param>
/// <param name="HighestPrice">The highest price.</param>
/// <param name="Things">What is sold there.</param>
internal sealed record ProductCategory(string Name, int LowestPrice, int HighestPrice, string[] Things)
{
    /// <summary>All categories, the biggest first.</summary>
    public static readonly ProductCategory[] All =
    [
        new("Home & Garden", 4, 240, ["Planter", "Watering Can", "Lantern", "Cushion", "Blanket", "Doormat", "Bird House", "Fire Bowl"]),
        new("Kitchen", 3, 180, ["Pan", "Teapot", "Chef's Knife", "Cutting Board", "Mug", "Casserole", "Whisk", "Storage Jar"]),
        new("Books", 6, 60, ["Novel", "Cookbook", "Travel Guide", "Atlas", "Sketchbook", "Diary"]),
        new("Sports", 5, 900, ["Yoga Mat", "Dumbbell", "Racket", "Helmet", "Bicycle", "Tent", "Running Belt", "Skipping Rope"]),
        new("Toys", 4, 120, ["Puzzle", "Building Set", "Kite", "Board Game", "Plush Bear", "Marble Run"]),
        new("Office", 2, 450, ["Desk Lamp", "Chair", "Notebook", "Stapler", "Monitor Stand", "Fountain Pen"]),
        new("Electronics", 9, 1500, ["Headphones", "Charger", "Speaker", "Keyboard", "Camera", "Tablet", "Router"]),
        new("Beauty", 3, 90, ["Soap", "Hand Cream", "Perfume", "Brush Set", "Shampoo Bar"]),
        new("Music & Film", 5, 2200, ["Record", "Ukulele", "Guitar", "Film Box", "Headphone Stand"]),
        new("Pets", 3, 160, ["Dog Bed", "Cat Tree", "Leash", "Food Bowl", "Aquarium"]),
        new("Travel", 8, 420, ["Suitcase", "Backpack", "Neck Pillow", "Money Belt", "Packing Cubes"]),
        new("Baby", 4, 380, ["Stroller", "Bib", "Night Light", "Baby Monitor", "Teething Ring"]),
    ];
}
