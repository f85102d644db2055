pub fn places_of(text: &str, wanted: char) -> Vec<usize> {
    let mut places = Vec::new();
    for (place, letter) in text.chars().enumerate() {
        if letter == wanted {
            places.push(place);
        }
    }
    places
}
