pub fn move_up(playlist: &mut [u32], place: usize) {
    if place > 0 {
        let song = playlist[place];
        playlist[place] = playlist[place - 1];
        playlist[place - 1] = song;
    }
}
