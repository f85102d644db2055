pub fn move_up(playlist: &mut [u32], place: usize) {
    if place > 0 {
        playlist.swap(place, place - 1);
    }
}
